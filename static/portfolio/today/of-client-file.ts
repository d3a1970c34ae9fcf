import type { Item } from './today-screen';

/** What of a client is settled by the part of its file in which it stands. */
export type OfClientFile = Extract<Item['what'], { readonly kind: 'documentsMissing' | 'renewal' | 'relation' | 'contacts' | 'records' | 'report' }>;

const isOfFile = { documentsMissing: true, renewal: true, relation: true, contacts: true, records: true, report: true } as const satisfies Readonly<Record<OfClientFile['kind'], true>>;
export const isOfClientFile = (what: Item['what']): what is OfClientFile => Object.hasOwn(isOfFile, what.kind);
