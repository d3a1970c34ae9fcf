import { parseAmount } from '../../../src/domain/money';
import type { RatesDraft } from './rates-draft';
import { roleId } from './rate-groups';
import { personMark, type TypedPerson } from './typed-people';
import { markOf, type TypedRate } from './typed-rate';

/**
 * What one person typed, put onto what another saved meanwhile. Where both changed the same amount, what was typed stays and is marked;
 * what the other removed and was changed here stays as new. Two new rates of one role and day both stay, for the reader to settle.
 */
export function rebased(mine: RatesDraft, theirs: RatesDraft): RatesDraft {
  const mineByRate = new Map(mine.rates.flatMap((rate) => (rate.stored === null ? [] : [[rateId(rate.stored), rate]])));
  const known = new Set(theirs.rates.flatMap(({ stored }) => (stored === null ? [] : [rateId(stored)])));
  const kept = theirs.rates.map((rate): TypedRate => {
    const typed = rate.stored === null ? undefined : mineByRate.get(rateId(rate.stored));
    return typed === undefined || markOf(typed) === null ? rate : merged(typed, rate);
  });
  const alone = mine.rates.filter(({ stored }) => stored === null || !known.has(rateId(stored))).filter((rate) => markOf(rate) === 'new' || markOf(rate) === 'changed');
  const added = alone.map((rate, at): TypedRate => ({ ...rate, stored: null, key: theirs.nextKey + at }));
  return { revision: theirs.revision, rates: [...kept, ...added], people: rebasedPeople(mine.people, theirs.people), nextKey: theirs.nextKey + added.length };
}

/** An amount that was not typed is theirs, unless one of the two changed the currency: amounts of two currencies never mix. */
function merged(typed: TypedRate, theirs: TypedRate): TypedRate {
  const base = typed.stored;
  const onto = { ...typed, key: theirs.key, stored: theirs.stored };
  if (base?.currency !== typed.currency || base.currency !== theirs.currency) return onto;
  const soldFor = typed.billing.trim() === '' ? null : parseAmount(typed.billing);
  return { ...onto, cost: parseAmount(typed.cost) === base.cost ? theirs.cost : typed.cost, billing: soldFor === base.billing ? theirs.billing : typed.billing };
}

const rateId = ({ role, from }: { readonly role: string; readonly from: string }): string => `${roleId(role)} ${from}`;

function rebasedPeople(mine: readonly TypedPerson[], theirs: readonly TypedPerson[]): readonly TypedPerson[] {
  const changed = new Map(mine.filter((one) => personMark(one) !== null).map((one) => [one.person.accountId, one]));
  const known = new Set(theirs.map(({ person }) => person.accountId));
  const kept = theirs.map((one) => {
    const typed = changed.get(one.person.accountId);
    return typed === undefined ? one : { ...typed, stored: one.stored };
  });
  const alone = [...changed.values()].filter(({ person, isRemoved }) => !known.has(person.accountId) && !isRemoved);
  return [...kept, ...alone.map((one) => ({ ...one, stored: null }))];
}
