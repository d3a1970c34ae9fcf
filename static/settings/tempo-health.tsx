import type { ReactNode } from 'react';
import type { IconName } from '../shared/icon';
import { Lozenge, type Tone } from '../shared/lozenge';
import { ConnectionFacts } from './connection-facts';
import { HealthCard, HealthFact, HealthLozenge } from './health-card';
import { healthState } from './health-state';
import type { HealthView } from './use-health';
import { useSettings } from './use-settings';

type Signals = NonNullable<HealthView['tempo']>['signals'];

const looks: Record<Signals, { readonly tone: Tone; readonly icon: IconName }> = {
  active: { tone: 'success', icon: 'check' },
  inactive: { tone: 'warning', icon: 'pause' },
  refused: { tone: 'danger', icon: 'cross' },
  none: { tone: 'neutral', icon: 'minus' },
};

/** How Tempo fares: the connection, and whether it tells of people's changes. */
export function TempoHealth({ tempo }: Pick<HealthView, 'tempo'>): ReactNode {
  const { t, format, now } = useSettings();
  const state = healthState(tempo?.connection ?? null, now());
  if (tempo === null) return <HealthCard title="Tempo" state={<HealthLozenge state={state} />} />;
  return (
    <HealthCard title="Tempo" state={<HealthLozenge state={state} />}>
      <dl className="health-facts">
        <ConnectionFacts system="Tempo" connection={tempo.connection} />
        <HealthFact label={t('health.tempoSignals')}>
          <Lozenge {...looks[tempo.signals]}>{t(`health.tempoSignals.${tempo.signals}`)}</Lozenge>
          <span className="small">{t(`health.tempoSignals.${tempo.signals}.body`)}</span>
          <span className="small">
            {tempo.lastSignalAt === null ? t('health.tempoSignals.noneYet') : t('health.tempoSignals.last', { when: format.moment(tempo.lastSignalAt, now()) })}
          </span>
        </HealthFact>
      </dl>
    </HealthCard>
  );
}
