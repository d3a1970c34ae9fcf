import type { ReactNode } from 'react';
import type { ReportState } from '../../src/domain/month-report';
import { useClientScreen } from '../client/client-screen';
import type { IconName } from '../shared/icon';
import { Lozenge, type Tone } from '../shared/lozenge';

const looks: Readonly<Record<ReportState | 'none', { readonly tone: Tone; readonly icon: IconName }>> = {
  none: { tone: 'neutral', icon: 'minus' },
  draft: { tone: 'information', icon: 'clock' },
  storing: { tone: 'warning', icon: 'clock' },
  changed: { tone: 'warning', icon: 'conditions' },
  stored: { tone: 'success', icon: 'check' },
};

/** How a report stands; one that is late says so beside it. */
export function ReportLozenge({ state }: { readonly state: ReportState | 'none' }): ReactNode {
  const { t } = useClientScreen();
  return <Lozenge {...looks[state]}>{t(`report.state.${state}`)}</Lozenge>;
}
