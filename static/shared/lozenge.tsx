import type { ReactNode } from 'react';
import type { DealStage } from '../../src/domain/deal';
import type { GateState } from '../../src/domain/gate';
import { Icon, type IconName } from './icon';
import { useScreen } from './screen';

export type Tone = 'neutral' | 'information' | 'discovery' | 'success' | 'warning' | 'danger';

interface LozengeProperties {
  readonly tone: Tone;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** One word of state; the text says it, the colour only repeats it. */
export function Lozenge({ tone, icon, children }: LozengeProperties): ReactNode {
  return (
    <span className={`lozenge tone-${tone}`}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}

const stageTones: Record<DealStage, Tone> = {
  open: 'neutral',
  negotiation: 'information',
  internallyWon: 'discovery',
  won: 'success',
  lost: 'danger',
};

/** A deal's stage; one that no administrator has mapped shows the organisation's own name. */
export function StageLozenge({ stage, stageName }: { readonly stage: DealStage | null; readonly stageName: string }): ReactNode {
  const { t } = useScreen();
  if (stage === null) return <Lozenge tone="warning" icon="warning">{t('stage.unmapped', { name: stageName })}</Lozenge>;
  return <Lozenge tone={stageTones[stage]}>{t(`stage.${stage}`)}</Lozenge>;
}

const gateLooks: Record<GateState, { readonly tone: Tone; readonly icon: IconName }> = {
  none: { tone: 'neutral', icon: 'minus' },
  waiting: { tone: 'information', icon: 'clock' },
  go: { tone: 'success', icon: 'check' },
  conditionalGo: { tone: 'warning', icon: 'conditions' },
  noGo: { tone: 'danger', icon: 'cross' },
  lapsed: { tone: 'warning', icon: 'lapsed' },
};

export function GateLozenge({ state }: { readonly state: GateState }): ReactNode {
  const { t } = useScreen();
  return <Lozenge {...gateLooks[state]}>{t(`gate.${state}`)}</Lozenge>;
}
