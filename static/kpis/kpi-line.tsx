import type { ReactNode } from 'react';
import type { KpiLineView } from '../../src/contract/kpis';
import type { DrillDown } from '../../src/domain/kpi/drill-down';
import { useClientScreen } from '../client/client-screen';
import { Lozenge, StageLozenge } from '../shared/lozenge';
import { useKpiScreen } from './kpi-screen';

interface KpiLineProperties {
  readonly line: KpiLineView;
  readonly number: DrillDown;
  /** Where Salesforce opens a record, followed by its id; null while it is not connected. */
  readonly recordsAt: string | null;
  readonly showsManager: boolean;
}

/** One thing behind a number: a deal, a project, a client. */
export function KpiLine({ line, number, recordsAt, showsManager }: KpiLineProperties): ReactNode {
  const { t } = useKpiScreen();
  return (
    <li className="kpi-line">
      <div>
        <LineName line={line} recordsAt={recordsAt} />
        <p className="small">
          {line.kind === 'deal' || line.kind === 'project' ? <bdi>{line.client?.name ?? t('kpi.noClient')}</bdi> : null}
          {showsManager && <> {line.kind === 'deal' || line.kind === 'project' ? '· ' : ''}{line.manager === null ? t('kpi.nobody') : <bdi>{line.manager.name}</bdi>}</>}
        </p>
      </div>
      <LineValue line={line} number={number} />
    </li>
  );
}

function LineName({ line, recordsAt }: Pick<KpiLineProperties, 'line' | 'recordsAt'>): ReactNode {
  const { t } = useKpiScreen();
  if (line.kind === 'project') return <strong><bdi>{line.name ?? line.projectId}</bdi></strong>;
  const record = line.kind === 'deal' ? { id: line.id, name: line.name } : line.client;
  if (record === null) return <strong>{t('kpi.noClient')}</strong>;
  if (recordsAt === null) return <strong><bdi>{record.name}</bdi></strong>;
  return <a href={`${recordsAt}${record.id}`} target="_blank" rel="noreferrer"><bdi>{record.name}</bdi><span className="unseen"> {t('kpi.opensSalesforce')}</span></a>;
}

function LineValue({ line, number }: Pick<KpiLineProperties, 'line' | 'number'>): ReactNode {
  const { t, format } = useKpiScreen();
  const client = useClientScreen();
  switch (line.kind) {
    case 'deal':
      return (
        <div className="kpi-line-value">
          <strong>{line.amount === null ? t('kpi.noAmount') : format.money(line.amount)}</strong>
          <span className="small">
            {line.closeDate === null ? t('kpi.undated') : format.date(line.closeDate)}
            {number === 'pipeline' && line.probability !== null && <> · {format.percent(line.probability)}</>}
          </span>
          <span className="lozenges">
            {number === 'pipeline' && <StageLozenge stage={line.stage} stageName={t('kpi.otherStage')} />}
            {line.isUpsell && <Lozenge tone="discovery">{t('kpi.isUpsell')}</Lozenge>}
          </span>
        </div>
      );
    case 'project': {
      const sum = (value: typeof line.revenue): string => (value === null || line.currency === null ? t('kpi.unknown') : format.sum(value, line.currency));
      return <div className="kpi-line-value"><strong>{sum(line.revenue)}</strong><span className="small">{t('kpi.cost', { cost: sum(line.cost) })}</span>{line.planned !== undefined && <span className="small">{t('kpi.plannedRest', { planned: sum(line.planned?.revenue ?? null) })}</span>}</div>;
    }
    case 'growth':
      return <div className="kpi-line-value"><strong>{format.sum(line.revenue, line.currency)}</strong><span className="small">{t('kpi.yearBefore', { amount: format.sum(line.before, line.currency) })}</span></div>;
    case 'snapshot': {
      const is = number === 'documents' ? line.documentsComplete : line.relationDocumented;
      return <div className="kpi-line-value"><Lozenge tone={is === null ? 'neutral' : is ? 'success' : 'warning'} icon={is === null ? 'minus' : is ? 'check' : 'warning'}>{t(is === null ? 'kpi.unknown' : is ? 'kpi.isInOrder' : 'kpi.isMissing')}</Lozenge></div>;
    }
    case 'renewal':
      return <div className="kpi-line-value"><strong>{client.t(`document.${line.requirement}`)}</strong><span className="small">{t('kpi.until', { date: format.date(line.until) })}</span></div>;
  }
}
