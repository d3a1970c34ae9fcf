import './staffing.css';
import { useId, useState, type ReactNode } from 'react';
import { readStaffing } from '../../../src/contract/staffing';
import type { DealId } from '../../../src/domain/ids';
import { negotiations, type Negotiations } from '../../../src/domain/staffing/lines';
import { Asking } from '../../page/asking';
import { OwnTexts } from '../../page/own-texts';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { IfWon } from './if-won';
import { LineMover } from './line-mover';
import { ReadState } from './read-state';
import { StaffingGrid } from './staffing-grid';
import { rolesShown, staffingWith, wonChoices, type Moves } from './staffing-model';
import { staffingTexts, useStaffingScreen, type StaffingView } from './staffing-screen';

const ask = () => call(readStaffing, {});

/** Staffing over projects: who is asked for when, against the time there is, and who would be missing if a deal were won. */
export function StaffingSection({ first }: FirstDeal): ReactNode {
  return <OwnTexts texts={staffingTexts}><Staffing first={first} /></OwnTexts>;
}

interface FirstDeal {
  /** The deal to begin with; the biggest in negotiation where it is none that could be won. */
  readonly first: string | undefined;
}

function Staffing({ first }: FirstDeal): ReactNode {
  const { asked, askAgain, replace } = useAnswer<StaffingView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(view) => <Whole view={view} first={first} onRead={replace} onAskAgain={askAgain} />}</Asking>;
}

interface WholeProperties extends FirstDeal {
  readonly view: StaffingView;
  readonly onRead: (view: StaffingView) => void;
  readonly onAskAgain: () => void;
}

function Whole({ view, first, onRead, onAskAgain }: WholeProperties): ReactNode {
  const { t } = useStaffingScreen();
  const choices = wonChoices(view);
  const [counting, count] = useState<Negotiations>('weighted');
  const [chosen, choose] = useState<DealId | null>((choices.find(({ deal }) => deal.id === first) ?? choices[0])?.deal.id ?? null);
  const [moves, setMoves] = useState<Moves>(new Map());
  const choice = choices.find(({ deal }) => deal.id === chosen);
  const staffing = staffingWith(view, moves);
  const id = useId();
  const head = (
    <header className="page-head">
      <div>
        <h1>{t('staffing.title')}</h1>
        <p className="subtle">{t('staffing.about')}</p>
      </div>
    </header>
  );
  if (view.roles.length === 0) {
    return (
      <>
        {head}
        <div className="empty">
          <h2>{t('staffing.none.title')}</h2>
          <p>{t('staffing.none.body')}</p>
        </div>
      </>
    );
  }
  return (
    <>
      {head}
      <div className="filters">
        <div className="field">
          <label htmlFor={id}>{t('staffing.ifWon')}</label>
          <select id={id} className="input" value={choice?.deal.id ?? ''} onChange={(event) => choose(choices.find(({ deal }) => deal.id === event.target.value)?.deal.id ?? null)}>
            <option value="">{t('staffing.asItStands')}</option>
            {choices.map(({ deal, project }) => <DealOption key={deal.id} choice={{ deal, project }} />)}
          </select>
        </div>
        <fieldset className="scenarios">
          <legend>{t('staffing.negotiations')}</legend>
          {negotiations.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-counting`} checked={counting === one} onChange={() => count(one)} /> {t(`staffing.negotiations.${one}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <ReadState view={view} />
      {view.leftOut > 0 && <Note kind="information" title={t('staffing.leftOut.title', { count: view.leftOut })}>{t('staffing.leftOut.body')}</Note>}
      {choice !== undefined && <IfWon view={view} staffing={staffing} choice={choice} counting={counting} moves={moves} onMove={setMoves} />}
      <StaffingGrid view={view} roles={rolesShown(view, staffing, choice?.deal.id ?? null, counting)} onRead={onRead} />
      <LineMover key={choice?.project.projectId ?? ''} view={view} first={choice?.project.projectId ?? null} moves={moves} onMove={setMoves} onSaved={onAskAgain} />
    </>
  );
}

function DealOption({ choice: { deal, project } }: { readonly choice: ReturnType<typeof wonChoices>[number] }): ReactNode {
  const { t, format } = useStaffingScreen();
  const amount = deal.amount === null ? '' : ` · ${format.money(deal.amount)}`;
  return <option value={deal.id}>{`${deal.name}${amount} · ${t(deal.stage === 'open' ? 'staffing.option.open' : 'staffing.option.negotiation', { project: project.project?.name ?? project.projectId })}`}</option>;
}
