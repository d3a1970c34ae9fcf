import type { ReactNode } from 'react';
import { readKpis, type KpiView } from '../../src/contract/kpis';
import { KpiTile } from '../kpis/kpi-tile';
import { periodWords, useKpiScreen } from '../kpis/kpi-screen';
import { tileKeys } from '../kpis/tiles';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';

const ask = () => call(readKpis, { of: null });

/** The reader's goals on a dashboard: their own, or the team's for who sees the portfolio and manages nothing. */
export function Gadget(): ReactNode {
  const { t } = useKpiScreen();
  const { asked, askAgain } = useAnswer<KpiView>(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  const { subject, manager, quarter, quarters } = asked.data;
  const whose = subject.kind === 'team' ? t('kpi.team') : (manager?.name ?? t('kpi.nobody'));
  return (
    <main className="gadget">
      <div className="gadget-head">
        <strong>{t('gadget.lead', { whose, quarter: periodWords(t, quarter) })}</strong>
        <button type="button" className="button" onClick={askAgain}>{t('gadget.refresh')}</button>
      </div>
      <ul className="kpi-tiles">{tileKeys.map((name) => <KpiTile key={name} name={name} quarters={quarters} />)}</ul>
    </main>
  );
}
