import { deliverableId, nameOf } from '../../../../src/domain/deliverable';
import { conditionState } from '../../../../src/domain/gate-conditions';
import type { PlainDate } from '../../../../src/domain/plain-date';
import type { Decided } from '../../../gate/gate-view';
import { conditionsOf } from '../../../gate/live-conditions';
import type { ProjectTranslate } from '../../project-screen';

const columns = [
  'deliverable', 'summary', 'deliverableId', 'recipient', 'requestedBy', 'requestedAt', 'dueOn', 'note', 'verdict', 'state', 'lapse', 'reason',
  'conditions', 'decidedBy', 'decidedAt', 'ownRequest', 'guidelinesVersion', 'validUntil',
] as const;

/** Every decision as a row of text under a head in the reader's language; days and instants are ISO. */
export function decisionRows(t: ProjectTranslate, decided: readonly Decided[], today: PlainDate): readonly (readonly string[])[] {
  return [columns.map((column) => t(`csv.${column}`)), ...decided.map((one) => row(t, one, today))];
}

function row(t: ProjectTranslate, one: Decided, today: PlainDate): readonly string[] {
  const { review, decision, aftermath } = one;
  const { deliverable } = review;
  const cells: Readonly<Record<(typeof columns)[number], string>> = {
    deliverable: nameOf(deliverable),
    summary: deliverable.kind === 'issue' ? deliverable.summary : '',
    deliverableId: deliverableId(deliverable),
    recipient: review.recipient,
    requestedBy: review.requestedBy.name,
    requestedAt: review.requestedAt,
    dueOn: review.dueOn ?? '',
    note: review.note,
    verdict: t(`gate.${decision.verdict.kind}`),
    state: aftermath === null ? t('gate.superseded') : t(`gate.${aftermath.state}`),
    lapse: aftermath?.lapse == null ? '' : t(`csv.lapse.${aftermath.lapse}`),
    reason: decision.reason,
    conditions: conditionsOf(one)
      .map((condition) => {
        const state = aftermath === null ? '' : `, ${t(`conditionState.${conditionState(condition, aftermath.met, today)}`)}`;
        return `${condition.text} (${condition.owner}, ${condition.dueOn}${state})`;
      })
      .join('\n'),
    decidedBy: decision.decidedBy.name,
    decidedAt: decision.decidedAt,
    ownRequest: decision.isOwnRequest ? t('rules.yes') : t('rules.no'),
    guidelinesVersion: decision.guidelinesVersion === null ? '' : String(decision.guidelinesVersion),
    validUntil: decision.validUntil ?? '',
  };
  return columns.map((column) => cells[column]);
}
