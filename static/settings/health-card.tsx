import { useId, type ReactNode } from 'react';
import { Lozenge, type Tone } from '../shared/lozenge';
import type { IconName } from '../shared/icon';
import type { HealthState } from './health-state';
import { useSettings } from './use-settings';

interface HealthCardProperties {
  readonly title: string;
  readonly state?: ReactNode;
  readonly children?: ReactNode;
}

/** One thing whose health is shown, with its state beside its name. */
export function HealthCard({ title, state, children }: HealthCardProperties): ReactNode {
  const id = useId();
  return (
    <section className="health-card" aria-labelledby={id}>
      <div className="heading-row"><h3 id={id}>{title}</h3>{state}</div>
      {children}
    </section>
  );
}

const looks: Record<HealthState, { readonly tone: Tone; readonly icon: IconName }> = {
  inOrder: { tone: 'success', icon: 'check' },
  paused: { tone: 'warning', icon: 'pause' },
  failing: { tone: 'danger', icon: 'error' },
  untried: { tone: 'neutral', icon: 'clock' },
  notConnected: { tone: 'neutral', icon: 'minus' },
};

export function HealthLozenge({ state }: { readonly state: HealthState }): ReactNode {
  const { t } = useSettings();
  return <Lozenge {...looks[state]}>{t(`health.state.${state}`)}</Lozenge>;
}

/** A line of a card: what it is, and how it stands. */
export function HealthFact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
