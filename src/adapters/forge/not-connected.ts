import type { Margins } from '../../ports/gate-facts';

/** A part of the app that does not tell: screens say so, and nothing is taken for zero. */
export const noMargins: Margins = { ofProject: () => Promise.resolve({ kind: 'notConnected' }) };
