import './kpis.css';
import { useCallback, useState, type ReactNode } from 'react';
import { readKpis, type KpiSubjectView, type KpiView } from '../../src/contract/kpis';
import type { Quarter } from '../../src/domain/kpi/quarter';
import { Asking } from '../page/asking';
import { PrintSheet, usePrinting } from '../page/print-sheet';
import { call } from '../shared/client';
import { useAnswer } from '../shared/use-answer';
import { Behind } from './behind';
import { GoalsForm } from './goals-form';
import { periodWords, useKpiScreen } from './kpi-screen';
import { KpiTile } from './kpi-tile';
import { ManagersTable } from './managers-table';
import { OutlookCard } from './outlook-card';
import { QuarterReport } from './quarter-report';
import { SubjectSelect } from './subject-select';
import { tileKeys, type TileKey } from './tiles';

/** An account manager's goals, or the team's, and how far they are reached. */
export function GoalsSection(): ReactNode {
  const [of, choose] = useState<KpiSubjectView | null>(null);
  const ask = useCallback(() => call(readKpis, { of }), [of]);
  const { asked, askAgain } = useAnswer<KpiView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(view) => <Goals view={view} onChoose={choose} onChanged={askAgain} />}</Asking>;
}

interface GoalsProperties {
  readonly view: KpiView;
  readonly onChoose: (subject: KpiSubjectView) => void;
  readonly onChanged: () => void;
}

function Goals({ view, onChoose, onChanged }: GoalsProperties): ReactNode {
  const { t } = useKpiScreen();
  const [isEditing, edit] = useState(false);
  const { isPrinting, print, printed } = usePrinting();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('kpi.title')}</h1>
          <p className="subtle">{t('kpi.lead', { quarter: periodWords(t, view.quarter) })}</p>
        </div>
        <div className="actions kpi-actions">
          {view.seesPortfolio && <SubjectSelect subject={view.subject} managers={view.managers.map(({ manager }) => manager)} onChoose={onChoose} />}
          {view.seesPortfolio && !isEditing && <button type="button" className="button" onClick={() => edit(true)}>{t('kpi.goals.edit')}</button>}
          <button type="button" className="button" onClick={print}>{t('kpi.print')}</button>
        </div>
      </header>
      {isEditing && <GoalsForm view={view} onCancel={() => edit(false)} onSaved={() => { edit(false); onChanged(); }} />}
      <OutlookCard view={view} />
      <Tiles key={JSON.stringify(view.subject)} view={view} />
      {view.subject.kind === 'team' && view.managers.length > 0 && <ManagersTable managers={view.managers} onChoose={onChoose} />}
      {isPrinting && <PrintSheet onPrinted={printed}><QuarterReport view={view} /></PrintSheet>}
    </>
  );
}

function Tiles({ view: { quarters, subject, quarter } }: { readonly view: KpiView }): ReactNode {
  const { t } = useKpiScreen();
  const [opened, open] = useState<{ readonly name: TileKey; readonly quarter: Quarter } | null>(null);
  return (
    <>
      <ul className="kpi-tiles">
        {tileKeys.map((name) => <KpiTile key={name} name={name} quarters={quarters} isOpen={opened?.name === name} onOpen={() => open(opened?.name === name ? null : { name, quarter })} />)}
      </ul>
      {opened !== null && (
        <>
          <div className="actions" role="group" aria-label={t('kpi.goals.quarter')}>
            {[...quarters].reverse().map((one) => <button key={one.quarter} type="button" className="button" aria-pressed={one.quarter === opened.quarter} onClick={() => open({ ...opened, quarter: one.quarter })}>{periodWords(t, one.quarter)}</button>)}
          </div>
          <Behind key={`${opened.name} ${opened.quarter}`} subject={subject} period={opened.quarter} number={opened.name} onClose={() => open(null)} />
        </>
      )}
    </>
  );
}
