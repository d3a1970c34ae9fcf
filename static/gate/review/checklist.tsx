import { useId, type ReactNode } from 'react';
import { criteriaLimits, type Mark } from '../../../src/domain/gate-criteria';
import { Icon, type IconName } from '../../shared/icon';
import { useGateScreen } from '../gate-screen';
import type { OpenedCriterion } from '../gate-view';
import { choicesFor, markOf, type MarkProblem, type TypedMark, type TypedMarks } from './typed-marks';

interface ChecklistProperties {
  readonly criteria: readonly OpenedCriterion[];
  readonly marks: TypedMarks;
  readonly problems: readonly MarkProblem[];
  readonly onChange: (marks: TypedMarks) => void;
}

/** The project's criteria: what the app found out by itself, and what a person has to say. */
export function Checklist({ criteria, marks, problems, onChange }: ChecklistProperties): ReactNode {
  const { t } = useGateScreen();
  if (criteria.length === 0) return <p className="empty-line">{t('checklist.empty')}</p>;
  return (
    <ol className="checklist">
      {criteria.map((one) => (
        <CriterionRow
          key={one.criterion.id}
          opened={one}
          mark={markOf(marks, one)}
          problem={problems.find(({ criterionId }) => criterionId === one.criterion.id)}
          onChange={(mark) => onChange({ ...marks, [one.criterion.id]: mark })}
        />
      ))}
    </ol>
  );
}

const icons: Record<Mark['kind'], IconName> = { met: 'check', notMet: 'cross', waived: 'minus' };

interface CriterionRowProperties {
  readonly opened: OpenedCriterion;
  readonly mark: TypedMark;
  readonly problem: MarkProblem | undefined;
  readonly onChange: (mark: TypedMark) => void;
}

function CriterionRow({ opened, mark, problem, onChange }: CriterionRowProperties): ReactNode {
  const { t } = useGateScreen();
  const { criterion, finding } = opened;
  const choices = choicesFor(finding);
  const id = useId();
  const words = problem === undefined ? undefined : t(`checklist.problem.${problem.code}`, { limit: criteriaLimits.reason });
  const isReasonWrong = problem !== undefined && problem.code !== 'unsettled';
  return (
    <li className={`criterion criterion-${mark.kind ?? 'unsettled'}`}>
      <div className="criterion-text">
        <span id={`${id}-text`} className="written">{criterion.text}</span>
        {finding !== null && <span className="small">{t(`checklist.found.${finding}`)}</span>}
      </div>
      {choices.length === 0 ? (
        <span className="criterion-found"><Icon name="check" />{t('checklist.met')}</span>
      ) : (
        <div className="segments" role="radiogroup" aria-labelledby={`${id}-text`} aria-describedby={problem?.code === 'unsettled' ? `${id}-problem` : undefined}>
          {choices.map((kind, place) => (
            <label key={kind} className={`segment segment-${kind}`}>
              <input
                type="radio"
                name={id}
                checked={mark.kind === kind}
                onChange={() => onChange({ ...mark, kind })}
                aria-invalid={problem?.code === 'unsettled' && place === 0 ? true : undefined}
              />
              <span><Icon name={icons[kind]} />{t(`checklist.${kind}`)}</span>
            </label>
          ))}
        </div>
      )}
      {mark.kind === 'waived' && (
        <div className="field criterion-reason">
          <label htmlFor={`${id}-reason`}>{t('checklist.reason')}</label>
          <input
            id={`${id}-reason`}
            className="input"
            dir="auto"
            value={mark.reason}
            onChange={(event) => onChange({ ...mark, reason: event.target.value })}
            aria-invalid={isReasonWrong ? true : undefined}
            aria-describedby={isReasonWrong ? `${id}-problem` : undefined}
          />
        </div>
      )}
      {words !== undefined && <p id={`${id}-problem`} className="problem"><Icon name="error" />{words}</p>}
    </li>
  );
}
