/** A text as it is compared with what somebody typed: small letters without accents; the Polish ł has none that could be taken off. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁ]/gu, 'l').trim().toLowerCase();
