import { wholePercent } from '../../domain/margin';
import type { Margins } from '../../ports/gate-facts';
import { marginStore } from './margin-store';

/** A project's margin for the gate's evidence: at completion where that can be foreseen, else to date. */
export const storedMargins: Margins = {
  async ofProject(projectId) {
    const reading = (await marginStore.standing(projectId))?.reading;
    const best = reading?.forecast.kind === 'known' && reading.forecast.margin.kind === 'known' ? reading.forecast.margin : reading?.toDate;
    return reading == null || best?.kind !== 'known' ? { kind: 'notConnected' } : { kind: 'known', value: { current: wholePercent(best.basisPoints), target: reading.target } };
  },
};
