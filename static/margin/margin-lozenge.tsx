import type { ReactNode } from 'react';
import type { MarginState } from '../../src/domain/margin-guard';
import type { IconName } from '../shared/icon';
import { Lozenge, type Tone } from '../shared/lozenge';
import { useScreen } from '../shared/screen';
import type { MarginKey } from './margin-key';

const looks: Readonly<Record<MarginState, { readonly tone: Tone; readonly icon: IconName }>> = {
  healthy: { tone: 'success', icon: 'check' },
  atRisk: { tone: 'warning', icon: 'warning' },
  belowTarget: { tone: 'danger', icon: 'error' },
  unknown: { tone: 'neutral', icon: 'minus' },
};

/** How a project stands against its target, in a word. */
export function MarginLozenge({ state }: { readonly state: MarginState }): ReactNode {
  const { t } = useScreen<MarginKey>();
  return <Lozenge {...looks[state]}>{t(`margin.state.${state}`)}</Lozenge>;
}
