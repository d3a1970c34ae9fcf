import { useCallback, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readFreshness } from '../../../src/contract/freshness';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { Lozenge } from '../../shared/lozenge';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';

type Freshness = z.infer<typeof readFreshness.answer>;
type Finding = Freshness['findings'][number];

/** What is to be put right in Salesforce, record by record, each with the way there. */
export function FreshnessCard({ file }: { readonly file: ClientFileView }): ReactNode {
  const { t } = useClientScreen();
  const { id } = file.client;
  const ask = useCallback(() => call(readFreshness, { clientId: id }), [id]);
  const { asked, askAgain } = useAnswer<Freshness>(ask);
  return (
    <section className="card">
      <h2>{t('fresh.title')}</h2>
      <Asking asked={asked} onRetry={askAgain}>{(freshness) => <Found file={file} freshness={freshness} />}</Asking>
    </section>
  );
}

function Found({ file, freshness: { findings, hidden, untouchedDays } }: { readonly file: ClientFileView; readonly freshness: Freshness }): ReactNode {
  const { t } = useClientScreen();
  const records = [...new Map(findings.map((finding) => [finding.recordId, finding])).values()];
  return (
    <>
      {records.length === 0 && <div><Lozenge tone="success" icon="check">{t('fresh.all')}</Lozenge></div>}
      <ul className="client-list">
        {records.map((one) => (
          <li key={one.recordId}>
            <RecordLink file={file} finding={one} />
            <span className="lozenges">
              {findings.filter(({ recordId }) => recordId === one.recordId).map(({ rule, kind }) => <Lozenge key={rule} tone={kind === 'stale' ? 'warning' : 'neutral'} icon={kind === 'stale' ? 'clock' : 'minus'}>{t(`fresh.${rule}`, { days: untouchedDays })}</Lozenge>)}
            </span>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && <p className="small">{t('fresh.hidden', { fields: hidden.map((field) => t(`fresh.field.${field}`)).join(', ') })}</p>}
      <p className="small">{t('fresh.thresholds', { days: untouchedDays })}</p>
    </>
  );
}

function RecordLink({ file: { client, recordsAt }, finding: { recordId, deal } }: { readonly file: ClientFileView; readonly finding: Finding }): ReactNode {
  const name = <bdi>{deal ?? client.name}</bdi>;
  return recordsAt === null ? <strong>{name}</strong> : <a href={`${recordsAt}${recordId}`} target="_blank" rel="noreferrer">{name}</a>;
}
