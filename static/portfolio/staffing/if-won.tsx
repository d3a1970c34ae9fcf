import './if-won.css';
import type { ReactNode } from 'react';
import { alternativesTo, type Alternative } from '../../../src/domain/staffing/alternatives';
import { knownUntil, type Answer, type asItStands, type Staffing } from '../../../src/domain/staffing/if-won';
import type { Negotiations } from '../../../src/domain/staffing/lines';
import { Disclosure } from '../../page/disclosure';
import { Icon } from '../../shared/icon';
import { Known, MissingList } from './answer-list';
import { MissingWeeks } from './missing-weeks';
import { Remedies } from './remedies';
import { shifted, type Moves, type WonChoice } from './staffing-model';
import { useStaffingScreen, type StaffingView } from './staffing-screen';

interface AnswerProperties {
  readonly view: StaffingView;
  readonly counting: Negotiations;
}

interface IfWonProperties extends AnswerProperties {
  readonly choice: WonChoice;
  readonly moves: Moves;
  readonly onMove: (moves: Moves) => void;
  readonly answer: Answer;
  readonly alternatives: readonly Alternative[];
}

/** Who is missing, in which weeks, if the deal is won; how far that is known, and what can be done about it. */
export function IfWon({ view, choice: { deal, project }, counting, moves, onMove, answer, alternatives }: IfWonProperties): ReactNode {
  const { t } = useStaffingScreen();
  const { missing } = answer;
  return (
    <section className="card if-won">
      <div>
        <h2>{t('staffing.won.title', { deal: deal.name })}</h2>
        <p className="subtle">{t(`staffing.won.others.${counting}`)}{moves.size > 0 && <> {t('staffing.won.tried')}</>}</p>
      </div>
      {/* While lines are tried, the line beside them says what changes. */}
      <div aria-live={moves.size > 0 ? 'off' : 'polite'} className="if-won-answer">
        {missing.length > 0 && <MissingList view={view} missing={missing} cause="deal" />}
        <Known view={view} answer={answer} />
      </div>
      {missing.length > 0 && (
        <>
          <Disclosure label={t('staffing.won.weeks')}>{() => <MissingWeeks view={view} missing={missing} cause="deal" />}</Disclosure>
          <Remedies view={view} missing={missing} alternatives={alternatives} isDeal {...(project.mayPlan ? { onTry: (weeks: number) => onMove(shifted(project, deal.id, weeks, moves)) } : {})} />
        </>
      )}
      {!project.mayPlan && <p className="subtle">{t('staffing.move.whoMay', { project: project.project?.name ?? project.projectId })}</p>}
    </section>
  );
}

interface StandsProperties extends AnswerProperties {
  readonly staffing: Staffing;
  readonly stands: ReturnType<typeof asItStands>;
}

/** What is missing as things stand: by what is sold, without any further win, and what deals in negotiation add to it. */
export function AsItStands({ view, staffing, counting, stands: { sold, negotiated } }: StandsProperties): ReactNode {
  const { t, format } = useStaffingScreen();
  const known = knownUntil(staffing.supply);
  const missing = sold.missing;
  return (
    <section className="card if-won">
      <h2>{t('staffing.stands.title')}</h2>
      <div aria-live="polite" className="if-won-answer">
        {missing.length > 0 ? (
          <MissingList view={view} missing={missing} cause={null} />
        ) : (
          known !== undefined && sold.unread.length === 0 && <p className="fits"><Icon name="check" /> <span>{t('staffing.stands.nobody', { known: format.date(known) })}</span></p>
        )}
        {sold.unread.length > 0 && <Known view={view} answer={{ ...sold, missing: [] }} />}
        {negotiated.length > 0 && counting !== 'out' && (
          <>
            <h3>{t(`staffing.stands.negotiated.${counting}`)}</h3>
            <MissingList view={view} missing={negotiated} cause="negotiations" />
          </>
        )}
      </div>
      {missing.length > 0 && (
        <>
          <Disclosure label={t('staffing.won.weeks')}>{() => <MissingWeeks view={view} missing={missing} cause={null} />}</Disclosure>
          <Disclosure label={t('staffing.alternatives')}>{() => <Remedies view={view} missing={missing} alternatives={alternativesTo(staffing, null, missing, 'out')} isDeal={false} />}</Disclosure>
        </>
      )}
    </section>
  );
}
