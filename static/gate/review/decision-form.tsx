import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { decideReview } from '../../../src/contract/gate-operations';
import { nameOf } from '../../../src/domain/deliverable';
import { errorText, ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useProjectCall } from '../../shared/project-call';
import { useAction } from '../../shared/use-action';
import { useGateScreen } from '../gate-screen';
import type { OpenedReview } from '../gate-view';
import { Checklist } from './checklist';
import { DecisionFields } from './decision-fields';
import type { Written } from './review';
import { readDecision, type FieldProblem } from './typed-decision';
import { notMet, readMarks, type MarkProblem } from './typed-marks';

interface DecisionFormProperties {
  readonly opened: OpenedReview;
  readonly written: Written;
  readonly onWrite: (written: Written) => void;
  readonly onDecided: () => void;
  readonly onOvertaken: () => void;
  readonly onGatherAgain: () => void;
  readonly onClose: () => void;
}

interface Problems {
  readonly decision: readonly FieldProblem[];
  readonly marks: readonly MarkProblem[];
}

const none: Problems = { decision: [], marks: [] };

/** The checklist and the decision: nothing is sent before both are whole, and nothing that was written goes away. */
export function DecisionForm({ opened, written, onWrite, onDecided, onOvertaken, onGatherAgain, onClose }: DecisionFormProperties): ReactNode {
  const { t, format, now } = useGateScreen();
  const { review, evidence, criteria, token, ownRequest } = opened;
  const [problems, setProblems] = useState<Problems>(none);
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const form = useRef<HTMLFormElement>(null);
  const missing = notMet(written.marks, criteria);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readDecision(written.decision, format.today(now()), missing.length);
    const { marks, problems: marksWrong } = readMarks(written.marks, criteria);
    setProblems({ decision: read.problems, marks: marksWrong });
    if (read.decision === undefined || marksWrong.length > 0) {
      // The first faulty field is found once the problems are on the screen.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const { decision } = read;
    void run(() => call(decideReview, { reviewId: review.id, token, marks: [...marks], ...decision }), onDecided);
  };

  if (ownRequest === 'refused') return <Note kind="information" title={t('error.ownRequest.title')} action={{ label: t('review.close'), onAction: onClose }}>{t('error.ownRequest.body')}</Note>;
  const people = [review.requestedBy, ...(evidence.guidelines?.acknowledged ?? []), ...(evidence.guidelines?.behind ?? [])].map(({ name }) => name);
  return (
    <form ref={form} className="decision" onSubmit={submit} noValidate aria-label={t('gate.decideIssue', { issue: nameOf(review.deliverable) })}>
      <section className="checklist-section" aria-label={t('review.checklist')}>
        <h3>{t('review.checklist')}</h3>
        <Checklist criteria={criteria} marks={written.marks} problems={problems.marks} onChange={(marks) => onWrite({ ...written, marks })} />
      </section>
      <h3>{t('review.decision')}</h3>
      {ownRequest === 'allowed' && <Note kind="warning" title={t('review.own.title')}>{t('review.own.body')}</Note>}
      <DecisionFields
        typed={written.decision}
        problems={problems.decision}
        notMet={missing.map(({ criterion }) => criterion.text)}
        people={[...new Set(people)]}
        guidelinesVersion={evidence.guidelines?.version ?? null}
        onChange={(decision) => onWrite({ ...written, decision })}
      />
      {error !== null && <Refused error={error} onOvertaken={onOvertaken} onGatherAgain={onGatherAgain} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy}>{t(busy ? 'saving' : 'decision.submit')}</button>
        <button type="button" className="button" onClick={onClose} disabled={busy}>{t('cancel')}</button>
      </div>
    </form>
  );
}

/** Why the decision was not taken, with the way on that fits. */
function Refused({ error, onOvertaken, onGatherAgain }: { readonly error: AnswerError } & Pick<DecisionFormProperties, 'onOvertaken' | 'onGatherAgain'>): ReactNode {
  const { t } = useGateScreen();
  const { title, body } = errorText(t, error);
  switch (error.code) {
    case 'evidenceOld':
    case 'criteriaUnsettled':
    case 'conflict':
      return <Note kind="error" title={title} action={{ label: t('review.gatherAgain'), onAction: onGatherAgain }}>{error.code === 'conflict' ? t('review.conflict') : body}</Note>;
    case 'notWaiting':
    case 'notFound':
      return <Note kind="error" title={title} action={{ label: t('review.seeNow'), onAction: onOvertaken }}>{`${body} ${t('review.copyFirst')}`}</Note>;
    case 'ownRequest':
      return <Note kind="error" title={title}>{body}</Note>;
    default:
      return <ErrorNote error={error} />;
  }
}
