import './staffing.css';
import { useId, useState, type ReactNode } from 'react';
import { readStaffing } from '../../../src/contract/staffing';
import { alternativesTo } from '../../../src/domain/staffing/alternatives';
import { asItStands, ifWon } from '../../../src/domain/staffing/if-won';
import { negotiations, type Negotiations } from '../../../src/domain/staffing/lines';
import { Asking } from '../../page/asking';
import { OwnTexts } from '../../page/own-texts';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { AsItStands, IfWon } from './if-won';
import { LineMover } from './line-mover';
import { summaryOf } from './missing-words';
import { ReadState } from './read-state';
import { StaffingGrid } from './staffing-grid';
import { chosenIn, noDeal, rolesShown, staffingWith, wonChoices, type Moves, type WonChoice } from './staffing-model';
import { StaffingPaper } from './staffing-paper';
import { staffingTexts, useStaffingScreen, type StaffingView } from './staffing-screen';

const ask = () => call(readStaffing, {});

/** Staffing over projects: who is asked for when, against the time there is, and who would be missing if a deal were won. */
export function StaffingSection(choice: Choosing): ReactNode {
  return <OwnTexts texts={staffingTexts}><Staffing {...choice} /></OwnTexts>;
}

interface Choosing {
  /** The deal that the address names; the biggest in negotiation where it is none that could be won. */
  readonly chosen: string | undefined;
  /** Has the address name another one. */
  readonly onChoose: (deal: string) => void;
}

function Staffing(choosing: Choosing): ReactNode {
  const { asked, askAgain, replace } = useAnswer<StaffingView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(view) => <Whole view={view} {...choosing} onRead={replace} onAskAgain={askAgain} />}</Asking>;
}

interface WholeProperties extends Choosing {
  readonly view: StaffingView;
  readonly onRead: (view: StaffingView) => void;
  readonly onAskAgain: () => void;
}

function Whole({ view, chosen, onChoose, onRead, onAskAgain }: WholeProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const choices = wonChoices(view);
  const [counting, count] = useState<Negotiations>('weighted');
  const [moves, setMoves] = useState<Moves>(new Map());
  const choice = chosenIn(choices, chosen);
  const staffing = staffingWith(view, moves);
  const id = useId();
  const roles = rolesShown(view, staffing, choice?.deal.id ?? null, counting);
  /** Paper repeats what the screen says, so it is worked out once for both. */
  const wonAnswer = (of: WonChoice): ReactNode => {
    const won = ifWon(staffing, of.deal.id, counting);
    return <IfWon view={view} choice={of} counting={counting} moves={moves} onMove={setMoves} answer={won} alternatives={alternativesTo(staffing, of.deal.id, won.missing, counting)} />;
  };
  const answer = choice === undefined ? <AsItStands view={view} staffing={staffing} counting={counting} stands={asItStands(staffing, counting)} /> : wonAnswer(choice);
  const summary = (tried: typeof staffing): string => summaryOf({ t, format }, view, choice === undefined ? asItStands(tried, counting).sold : ifWon(tried, choice.deal.id, counting));
  const head = (
    <header className="page-head">
      <div>
        <h1>{t('staffing.title')}</h1>
        <p className="subtle">{t('staffing.about')}</p>
      </div>
      {view.roles.length > 0 && <button type="button" className="button" onClick={() => window.print()}>{t('staffing.print')}</button>}
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
      <div className="filters staffing-filters">
        <div className="field">
          <label htmlFor={id}>{t('staffing.ifWon')}</label>
          <select id={id} className="input" value={choice?.deal.id ?? noDeal} onChange={(event) => onChoose(event.target.value)}>
            <option value={noDeal}>{t('staffing.asItStands')}</option>
            {choices.map(({ deal, project }) => <DealOption key={deal.id} choice={{ deal, project }} />)}
          </select>
        </div>
        <fieldset className="scenarios">
          <legend>{t(choice === undefined ? 'staffing.negotiations' : 'staffing.negotiations.other')}</legend>
          {negotiations.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-counting`} checked={counting === one} onChange={() => count(one)} /> {t(`staffing.negotiations.${one}`)}
            </label>
          ))}
        </fieldset>
      </div>
      <ReadState view={view} />
      {view.leftOut > 0 && <Note kind="information" title={t('staffing.leftOut.title', { count: view.leftOut })}>{t('staffing.leftOut.body')}</Note>}
      {answer}
      <LineMover
        key={choice?.project.projectId ?? ''}
        view={view}
        first={choice?.project.projectId ?? null}
        chosen={choice?.deal.id ?? null}
        moves={moves}
        summary={moves.size === 0 ? null : { before: summary(staffingWith(view, new Map())), after: summary(staffing) }}
        onMove={setMoves}
        onSaved={onAskAgain}
      />
      <StaffingGrid view={view} roles={roles} choice={choice} onRead={onRead} />
      <StaffingPaper view={view} roles={roles} choice={choice}>{answer}</StaffingPaper>
    </>
  );
}

function DealOption({ choice: { deal, project } }: { readonly choice: ReturnType<typeof wonChoices>[number] }): ReactNode {
  const { t, format } = useStaffingScreen();
  const amount = deal.amount === null ? '' : ` · ${format.money(deal.amount)}`;
  return <option value={deal.id}>{`${deal.name}${amount} · ${t(deal.stage === 'open' ? 'staffing.option.open' : 'staffing.option.negotiation', { project: project.project?.name ?? project.projectId })}`}</option>;
}
