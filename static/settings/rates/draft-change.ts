import type { CompanyRatesView } from '../../../src/contract/margin';
import type { AccountId } from '../../../src/domain/ids';
import type { Language, Person } from '../../../src/domain/person';
import type { PlainDate } from '../../../src/domain/plain-date';
import { startOfMonth, startOfNextMonth } from './months';
import { roleId } from './rate-groups';
import { beginDraft, type RatesDraft } from './rates-draft';
import { rebased } from './rebased';
import type { TypedPerson } from './typed-people';
import { parseRate, typedRate, type RateField, type TypedRate } from './typed-rate';

export type TypedFields = Pick<TypedRate, RateField | 'currency'>;

export type DraftChange =
  | { readonly kind: 'begin'; readonly from: CompanyRatesView; readonly language: Language }
  | { readonly kind: 'rebase'; readonly onto: CompanyRatesView; readonly language: Language }
  /** A rate of a role that has none; it stands apart until it is typed. */
  | { readonly kind: 'addRole'; readonly today: PlainDate }
  /** The role's next rate, from the first of a month on; it begins as a copy of the newest. */
  | { readonly kind: 'addNext'; readonly role: string; readonly today: PlainDate }
  | { readonly kind: 'open' | 'close' | 'restore'; readonly key: number }
  | { readonly kind: 'remove'; readonly key: number }
  /** Puts back what is stored. */
  | { readonly kind: 'revert'; readonly key: number; readonly language: Language }
  | { readonly kind: 'type'; readonly key: number; readonly fields: Partial<TypedFields> }
  | { readonly kind: 'addPerson'; readonly person: Person }
  | { readonly kind: 'typePerson'; readonly accountId: AccountId; readonly role: string }
  | { readonly kind: 'removePerson' | 'restorePerson'; readonly accountId: AccountId };

/** The draft after one change; the rows that it does not concern stay the same objects. */
export function changedDraft(draft: RatesDraft, change: DraftChange): RatesDraft {
  switch (change.kind) {
    case 'begin':
      return beginDraft(change.from, change.language);
    case 'rebase':
      return rebased(draft, beginDraft(change.onto, change.language));
    case 'addRole':
      return withRate(draft, { place: null, role: '', from: startOfMonth(change.today), currency: draft.rates.at(-1)?.currency ?? 'PLN', cost: '', billing: '' });
    case 'addNext':
      return withRate(draft, nextRate(draft, change.role, change.today));
    case 'open':
    case 'close':
    case 'restore':
      return withRow(draft, change.key, (rate) => ({ ...rate, ...after[change.kind](rate) }));
    case 'remove':
      return { ...draft, rates: draft.rates.flatMap((rate) => (rate.key !== change.key ? [rate] : rate.stored === null ? [] : [{ ...rate, isRemoved: true, isOpen: false }])) };
    case 'revert':
      return withRow(draft, change.key, (rate) => (rate.stored === null ? rate : typedRate(rate.key, rate.stored, change.language)));
    case 'type':
      return withRow(draft, change.key, (rate) => ({ ...rate, ...change.fields }));
    case 'addPerson':
      return draft.people.some(({ person }) => person.accountId === change.person.accountId)
        ? changedDraft(draft, { kind: 'restorePerson', accountId: change.person.accountId })
        : { ...draft, people: [...draft.people, { person: change.person, stored: null, isRemoved: false, role: '' }] };
    case 'typePerson':
      return withPerson(draft, change.accountId, (one) => [{ ...one, role: change.role }]);
    case 'restorePerson':
      return withPerson(draft, change.accountId, (one) => [{ ...one, isRemoved: false }]);
    case 'removePerson':
      return withPerson(draft, change.accountId, (one) => (one.stored === null ? [] : [{ ...one, isRemoved: true }]));
  }
}

const after: Readonly<Record<'open' | 'close' | 'restore', (rate: TypedRate) => Partial<TypedRate>>> = {
  open: () => ({ isOpen: true }),
  close: ({ role, from }) => ({ isOpen: false, place: { role, from } }),
  restore: () => ({ isRemoved: false }),
};

const withRow = (draft: RatesDraft, key: number, change: (rate: TypedRate) => TypedRate): RatesDraft => ({
  ...draft,
  rates: draft.rates.map((rate) => (rate.key === key ? change(rate) : rate)),
});

const withPerson = (draft: RatesDraft, accountId: AccountId, change: (one: TypedPerson) => readonly TypedPerson[]): RatesDraft => ({
  ...draft,
  people: draft.people.flatMap((one) => (one.person.accountId === accountId ? change(one) : [one])),
});

const withRate = (draft: RatesDraft, rate: TypedFields & Pick<TypedRate, 'place'>): RatesDraft => ({
  ...draft,
  rates: [...draft.rates, { ...rate, key: draft.nextKey, stored: null, isRemoved: false, isOpen: true }],
  nextKey: draft.nextKey + 1,
});

function nextRate({ rates }: RatesDraft, role: string, today: PlainDate): TypedFields & Pick<TypedRate, 'place'> {
  const ofRole = rates.filter(({ place }) => place !== null && roleId(place.role) === roleId(role));
  const dated = ofRole.flatMap((typed) => {
    const day = typed.isRemoved ? undefined : parseRate(typed)?.from;
    return day === undefined ? [] : [{ typed, day }];
  });
  const newest = dated.reduce<(typeof dated)[number] | undefined>((latest, one) => (latest === undefined || one.day > latest.day ? one : latest), undefined);
  const from = startOfNextMonth(newest !== undefined && newest.day > today ? newest.day : today);
  const like = newest?.typed ?? ofRole.at(-1);
  return { place: { role, from }, role, from, currency: like?.currency ?? 'PLN', cost: like?.cost ?? '', billing: like?.billing ?? '' };
}
