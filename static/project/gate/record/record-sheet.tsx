import type { ReactNode } from 'react';
import { nameOf } from '../../../../src/domain/deliverable';
import { conditionState } from '../../../../src/domain/gate-conditions';
import type { Mark, SettledCriterion } from '../../../../src/domain/gate-criteria';
import { ConditionLozenge } from '../../../gate/condition-list';
import { EvidenceBoard } from '../../../gate/evidence/evidence-board';
import { Fact } from '../../../gate/evidence/schedule-tile';
import type { GateRecord } from '../../../gate/gate-view';
import { conditionsOf } from '../../../gate/live-conditions';
import { Filled } from '../../../shared/filled';
import { Icon, type IconName } from '../../../shared/icon';
import { GateLozenge } from '../../../shared/lozenge';
import { useProjectScreen } from '../../project-screen';
import { lapseWords } from '../lapse-words';

interface RecordSheetProperties {
  readonly record: GateRecord;
  readonly isPaper: boolean;
  readonly showsInternals: boolean;
}

/** The whole record of a decision, in the order of an acceptance protocol; on paper with lines to sign on. */
export function RecordSheet({ record, isPaper, showsInternals }: RecordSheetProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { review, decision, evidence, criteria, aftermath } = record;
  const { deliverable } = review;
  const why = aftermath === null ? t('record.superseded') : lapseWords(t, format, aftermath, decision);
  return (
    <article className="record">
      {isPaper && <RecordHead />}
      <dl className="record-facts">
        <Fact name={t('record.deliverable')}>
          <bdi>{nameOf(deliverable)}</bdi>
          {deliverable.kind === 'issue' && <> · <bdi>{deliverable.summary}</bdi></>}
        </Fact>
        <Fact name={t('record.recipient')}>{review.recipient === '' ? '–' : <bdi>{review.recipient}</bdi>}</Fact>
        <Fact name={t('record.verdict')}><GateLozenge state={decision.verdict.kind} /></Fact>
        <Fact name={t('record.decidedBy')}><Filled text={t('evidence.earlierBy')} values={{ person: decision.decidedBy.name, when: format.instant(decision.decidedAt) }} /></Fact>
        <Fact name={t('record.requestedBy')}><Filled text={t('evidence.earlierBy')} values={{ person: review.requestedBy.name, when: format.instant(review.requestedAt) }} /></Fact>
        {decision.guidelinesVersion !== null && <Fact name={t('section.guidelines')}>{t('record.guidelines', { version: decision.guidelinesVersion })}</Fact>}
        {decision.validUntil !== null && <Fact name={t('record.validUntil')}>{format.date(decision.validUntil)}</Fact>}
      </dl>
      {why !== null && <p className="explained"><Icon name="lapsed" /> {why}</p>}
      {decision.isOwnRequest && <p className="small">{t('gate.ownDecided')}</p>}
      {review.note !== '' && showsInternals && (
        <section>
          <h4>{t('record.note')}</h4>
          <p className="written">{review.note}</p>
        </section>
      )}
      <section>
        <h4>{t(decision.verdict.kind === 'noGo' ? 'decision.reasonNoGo' : 'decision.reason')}</h4>
        <p className="written">{decision.reason}</p>
      </section>
      <Conditions record={record} />
      <section>
        <h4>{t('review.checklist')}</h4>
        {criteria.length === 0 ? <p className="subtle">{t('checklist.empty')}</p> : <ol className="record-criteria">{criteria.map((one) => <SettledRow key={one.criterion.id} settled={one} />)}</ol>}
      </section>
      <section>
        <h4>{t('record.evidence', { when: format.instant(evidence.gatheredAt) })}</h4>
        <EvidenceBoard evidence={evidence} isPaper={isPaper} showsInternals={showsInternals} />
      </section>
      {isPaper && <Signatures />}
    </article>
  );
}

function RecordHead(): ReactNode {
  const { t, format, project, now } = useProjectScreen();
  return (
    <header className="record-head">
      <h1>{t('record.heading')}</h1>
      <p className="small">{t('record.printed', { project: project?.key ?? '', when: format.date(format.today(now())) })}</p>
    </header>
  );
}

function Conditions({ record }: { readonly record: GateRecord }): ReactNode {
  const { t, format, now } = useProjectScreen();
  const conditions = conditionsOf(record);
  if (conditions.length === 0) return null;
  return (
    <section>
      <h4>{t('gate.conditions')}</h4>
      <ul className="gate-conditions">
        {conditions.map((condition) => {
          const state = record.aftermath === null ? null : conditionState(condition, record.aftermath.met, format.today(now()));
          return (
            <li key={condition.id} className={`gate-condition gate-condition-${state ?? 'past'}`}>
              <div className="gate-condition-text">
                <span className="written">{condition.text}</span>
                <span className="small"><Filled text={t('gate.conditionBy', { date: format.date(condition.dueOn) })} values={{ owner: condition.owner }} /></span>
              </div>
              {state !== null && <ConditionLozenge state={state} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const icons: Record<Mark['kind'], IconName> = { met: 'check', notMet: 'cross', waived: 'minus' };

function SettledRow({ settled: { criterion, finding, mark } }: { readonly settled: SettledCriterion }): ReactNode {
  const { t } = useProjectScreen();
  return (
    <li className={`criterion criterion-${mark.kind}`}>
      <div className="criterion-text">
        <span className="written">{criterion.text}</span>
        {mark.kind === 'waived' && <span className="small written">{t('record.waivedBecause', { reason: mark.reason })}</span>}
        {finding !== null && <span className="small">{t(`record.found.${finding}`)}</span>}
      </div>
      <span className="criterion-found"><Icon name={icons[mark.kind]} />{t(`checklist.${mark.kind}`)}</span>
    </li>
  );
}

function Signatures(): ReactNode {
  const { t } = useProjectScreen();
  return (
    <div className="signatures">
      {(['supplier', 'client'] as const).map((side) => (
        <div key={side}>
          <p className="signature-line" />
          <p>{t(`record.${side}`)}</p>
          <p className="small">{t('record.signature')}</p>
        </div>
      ))}
    </div>
  );
}
