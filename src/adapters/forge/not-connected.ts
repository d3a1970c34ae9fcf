import type { Documents, Margins } from '../../ports/gate-facts';

/** Parts of the app that do not tell yet: screens say so, and nothing is taken for zero. */
export const noMargins: Margins = { ofProject: () => Promise.resolve({ kind: 'notConnected' }) };
export const noDocuments: Documents = { missing: () => Promise.resolve({ kind: 'notConnected' }) };
