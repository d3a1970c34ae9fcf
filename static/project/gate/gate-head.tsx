import type { ReactNode } from 'react';
import type { GateView } from '../../gate/gate-view';
import { useProjectScreen } from '../project-screen';
import { gateFigures } from './gate-figures';

type Tone = 'calm' | 'waiting' | 'warning' | 'danger';

/** What needs somebody, in four numbers; a nought steps back. */
export function GateHead({ gate }: { readonly gate: GateView }): ReactNode {
  const { t, format, now } = useProjectScreen();
  const { waiting, late, lapsed, openConditions, overdueConditions } = gateFigures(gate, format.today(now()));
  const figure = (name: string, count: number, tone: Tone, more?: string): ReactNode => (
    <div className={`glance glance-${count === 0 ? 'calm' : tone}`}>
      <dt>{name}</dt>
      <dd>
        {format.number(count)}
        {more !== undefined && <span className="glance-more">{more}</span>}
      </dd>
    </div>
  );
  return (
    <dl className="glances">
      {figure(t('glance.waiting'), waiting, late > 0 ? 'danger' : 'waiting', late > 0 ? t('glance.late', { count: late }) : undefined)}
      {figure(t('glance.lapsed'), lapsed, 'warning')}
      {figure(t('glance.openConditions'), openConditions, 'waiting')}
      {figure(t('glance.overdueConditions'), overdueConditions, 'danger')}
    </dl>
  );
}
