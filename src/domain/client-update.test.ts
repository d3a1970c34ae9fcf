import fc from 'fast-check';
import { factKinds, offeredFacts, periodProblem, usualPeriod, updateLimits, type AgreedChange, type FactKind, type OfferedFact, type ShareableFact, type UpdateSources } from './client-update';
import { clientUpdateSubject, clientUpdateText, type ClientUpdate } from './client-update-text';
import { sampleGuidelines } from './fixture/guidelines';
import { day, instant, issueId, lineId, person, projectId, reviewId, total } from './fixture/values';
import { noStanding, type GateStanding } from './gate';
import type { Milestone } from './guidelines';
import { isPlainDate, type Instant, type PlainDate } from './plain-date';
import { addDays } from './calendar';

const period = { from: day('2024-02-29'), to: day('2024-03-31') };
const days = { today: day('2024-04-02'), dayOf: (at: Instant): PlainDate => day(at.slice(0, 10)) };

/** Every field that a client can come to see. Another one does not compile until somebody has thought about it here. */
const shown: { readonly [Kind in FactKind]: Readonly<Record<keyof Extract<ShareableFact, { kind: Kind }>, true>> } = {
  goal: { kind: true, text: true },
  milestoneDone: { kind: true, name: true, on: true },
  accepted: { kind: true, deliverable: true, on: true, isConditional: true },
  change: { kind: true, title: true, on: true, effect: true },
  milestoneNext: { kind: true, name: true, on: true },
};
const shownEffect: Readonly<Record<keyof AgreedChange['effect'], true>> = { budget: true, end: true, added: true, removed: true };

const milestone = (n: number, date: PlainDate): Milestone => ({ id: lineId(`ms${String(n).padStart(3, '0')}`), name: `Stage ${n}`, date });

const standing = (changes: Partial<GateStanding> = {}, verdict: NonNullable<GateStanding['decision']>['verdict'] = { kind: 'go' }, decidedAt = instant('2024-03-05T10:00:00.000Z')): GateStanding => {
  const deliverable = { kind: 'issue', issueId: issueId('20001'), issueKey: 'ALFA-1', summary: 'Order\nform' } as const;
  return {
    ...noStanding(projectId('10001'), deliverable),
    decision: { reviewId: reviewId('review1'), verdict, reason: 'SECRET', decidedBy: person('anna'), decidedAt, isOwnRequest: false, guidelinesVersion: 1, validUntil: null, blockers: [], covers: [] },
    ...changes,
  };
};
const condition = { id: lineId('cond1'), text: 'SECRET', owner: 'SECRET', dueOn: day('2024-04-01') };
const conditional = { kind: 'conditionalGo', conditions: [condition] } as const;
const change: AgreedChange = { id: lineId('change1'), title: 'Card payments', agreedAt: instant('2024-03-12T10:00:00.000Z'), effect: { budget: { amount: total('20000.00'), currency: 'PLN' }, end: day('2024-09-30'), added: 'Cards\nand refunds', removed: '' } };

const offer = (sources: Partial<UpdateSources>) => offeredFacts({ guidelines: undefined, standings: [], changes: [], ...sources }, period, days).items.map(({ fact }) => fact);
const accepted = (of: GateStanding) => offer({ standings: [of] });

describe('what can be told', () => {
  it('is the goal, milestones of the period, and those still to come whatever the period', () => {
    const milestones = [milestone(1, day('2024-02-28')), milestone(2, day('2024-02-29')), milestone(3, day('2024-03-31')), milestone(4, day('2024-04-02')), milestone(5, day('2024-04-03'))];
    expect(offer({ guidelines: { ...sampleGuidelines, schedule: { ...sampleGuidelines.schedule, milestones } } })).toEqual([
      { kind: 'goal', text: 'Customers order without calling' },
      { kind: 'milestoneDone', name: 'Stage 2', on: '2024-02-29' },
      { kind: 'milestoneDone', name: 'Stage 3', on: '2024-03-31' },
      { kind: 'milestoneNext', name: 'Stage 5', on: '2024-04-03' },
    ]);
  });

  it('is a go, and a conditional one as such until its conditions are met', () => {
    expect(accepted(standing())).toEqual([{ kind: 'accepted', deliverable: 'ALFA-1 Order form', on: '2024-03-05', isConditional: false }]);
    expect(accepted(standing({}, conditional))).toMatchObject([{ isConditional: true }]);
    expect(accepted(standing({ met: [{ conditionId: condition.id, by: person('anna'), at: instant('2024-03-06T10:00:00.000Z') }] }, conditional))).toMatchObject([{ isConditional: false }]);
  });

  it('is no refusal, no go that was ended or asked for anew, and none of another period', () => {
    const review = { id: reviewId('review2'), projectId: projectId('10001'), deliverable: standing().deliverable, requestedBy: person('piotr'), requestedAt: instant('2024-03-07T10:00:00.000Z'), dueOn: null, recipient: '', note: '', state: 'waiting', remindedAt: null } as const;
    for (const none of [
      standing({}, { kind: 'noGo' }),
      standing({ decision: null }),
      standing({ blocked: { issueKey: 'ALFA-2', at: instant('2024-03-07T10:00:00.000Z') } }),
      standing({ leftAt: instant('2024-03-07T10:00:00.000Z') }),
      standing({ review }),
      standing({}, { kind: 'go' }, instant('2024-02-28T23:59:59.999Z')),
      standing({}, { kind: 'go' }, instant('2024-04-01T00:00:00.000Z')),
    ]) expect(accepted(none)).toEqual([]);
    expect(accepted(standing({ review: { ...review, state: 'withdrawn' } }))).toHaveLength(1);
  });

  it('is an agreed change with what the client agreed to', () => {
    expect(offer({ changes: [change, { ...change, agreedAt: instant('2024-04-01T10:00:00.000Z') }] })).toEqual([
      { kind: 'change', title: 'Card payments', on: '2024-03-12', effect: { ...change.effect, added: 'Cards and refunds' } },
    ]);
  });

  it('has the fields that were thought about and no others, whatever its sources carry', () => {
    const extra = { cost: 'SECRET', margin: 'SECRET', reason: 'SECRET' };
    const facts = offer({ guidelines: { ...sampleGuidelines, ...extra }, standings: [{ ...standing({}, conditional), ...extra }], changes: [{ ...change, ...extra, effect: { ...change.effect, ...extra } }] });
    expect(facts).toHaveLength(4);
    for (const fact of facts) {
      expect(Object.keys(fact).sort()).toEqual(Object.keys(shown[fact.kind]).sort());
      if (fact.kind === 'change') expect(Object.keys(fact.effect).sort()).toEqual(Object.keys(shownEffect).sort());
    }
    expect(JSON.stringify(facts)).not.toContain('SECRET');
  });

  it('is in one order whatever the order of its sources, with ids of their own, and says how much does not fit', () => {
    const milestones = Array.from({ length: 150 }, (_, n) => milestone(n, addDays(n % 2 === 0 ? period.from : days.today, 1 + (n % 30))));
    const of = (list: readonly Milestone[]) => offeredFacts({ guidelines: { ...sampleGuidelines, schedule: { ...sampleGuidelines.schedule, milestones: list } }, standings: [standing()], changes: [change] }, period, days);
    const whole = of(milestones);
    expect([whole.items.length, whole.leftOut]).toEqual([updateLimits.facts, 153 - updateLimits.facts]);
    expect(new Set(whole.items.map(({ id }) => id)).size).toBe(updateLimits.facts);
    fc.assert(fc.property(fc.shuffledSubarray(milestones, { minLength: milestones.length }), (shuffled) => expect(of(shuffled)).toEqual(whole)), { numRuns: 20 });
  });
});

describe('the period', () => {
  const today = day('2024-03-31');
  it('is usually the month up to today, shorter where the month before was', () => {
    expect(usualPeriod(today)).toEqual({ from: '2024-02-29', to: '2024-03-31' });
    expect(periodProblem(usualPeriod(today), today)).toBeUndefined();
  });
  it('ends today or earlier, not before it began, and is no longer than a year', () => {
    expect(periodProblem({ from: today, to: today }, today)).toBeUndefined();
    expect(periodProblem({ from: today, to: day('2024-03-30') }, today)).toBe('endsBeforeItBegins');
    expect(periodProblem({ from: today, to: day('2024-04-01') }, today)).toBe('inTheFuture');
    expect(periodProblem({ from: day('2023-03-31'), to: today }, today)).toBeUndefined();
    expect(periodProblem({ from: day('2023-03-30'), to: today }, today)).toBe('tooLong');
  });
});

const facts: readonly ShareableFact[] = [
  { kind: 'goal', text: 'Klienci zamawiają bez telefonu' },
  { kind: 'milestoneDone', name: 'Pierwsze wydanie', on: day('2024-02-29') },
  { kind: 'accepted', deliverable: 'ALFA-1 Zamówienia', on: day('2024-03-05'), isConditional: false },
  { kind: 'accepted', deliverable: 'ALFA-2 Faktury', on: day('2024-03-06'), isConditional: true },
  { kind: 'change', title: 'Płatności', on: day('2024-03-12'), effect: { budget: { amount: total('1234567.50'), currency: 'PLN' }, end: day('2024-09-30'), added: 'karty', removed: 'przelewy' } },
  { kind: 'change', title: 'Mniej', on: day('2024-03-13'), effect: { budget: { amount: total('-200.00'), currency: 'EUR' }, end: null, added: '', removed: '' } },
  { kind: 'change', title: 'Bez dopłaty', on: day('2024-03-14'), effect: { budget: { amount: total('0.00'), currency: 'EUR' }, end: null, added: 'Pomoc', removed: '' } },
  { kind: 'milestoneNext', name: 'Drugie wydanie', on: day('2024-04-30') },
];
const update: ClientUpdate = { client: 'Bałtyk\nS.A.', period, projects: [{ name: 'Alfa', facts }, { name: 'Beta', facts: [] }], before: 'Dziękujemy za uwagi.  \r\n\r\n\r\nAkapit.', after: '\nDo usłyszenia!', language: 'pl' };

describe('the text', () => {
  it('is this in Polish', () => {
    expect(clientUpdateText(update)).toBe(`Dzień dobry,

przekazujemy informację o postępie prac od 29 lutego 2024 do 31 marca 2024.

Dziękujemy za uwagi.

Akapit.

Projekt: Alfa

Cel: Klienci zamawiają bez telefonu

Osiągnięte kamienie milowe:
- Pierwsze wydanie (29 lutego 2024)

Po naszym przeglądzie, gotowe do odbioru:
- ALFA-1 Zamówienia (5 marca 2024)
- ALFA-2 Faktury (6 marca 2024, pozostały uzupełnienia)

Uzgodnione zmiany zakresu:
- Płatności (12 marca 2024)
  budżet +1 234 567,50 PLN
  nowy termin zakończenia: 30 września 2024
  dochodzi: karty
  odchodzi: przelewy
- Mniej (13 marca 2024)
  budżet -200,00 EUR
- Bez dopłaty (14 marca 2024)
  dochodzi: Pomoc

Najbliższe kamienie milowe:
- Drugie wydanie (30 kwietnia 2024)

Do usłyszenia!

Z poważaniem
`);
    expect(clientUpdateSubject(update)).toBe('Bałtyk S.A.: postęp prac od 29 lutego 2024 do 31 marca 2024');
  });

  it('is this in English', () => {
    expect(clientUpdateText({ ...update, language: 'en', before: ' ', after: '' })).toBe(`Hello,

Here is how the work progressed from 29 February 2024 to 31 March 2024.

Project: Alfa

Goal: Klienci zamawiają bez telefonu

Milestones reached:
- Pierwsze wydanie (29 February 2024)

Passed our review and ready for your acceptance:
- ALFA-1 Zamówienia (5 March 2024)
- ALFA-2 Faktury (6 March 2024, some items remain)

Scope changes agreed:
- Płatności (12 March 2024)
  budget +1,234,567.50 PLN
  new end date: 30 September 2024
  added: karty
  taken out: przelewy
- Mniej (13 March 2024)
  budget -200.00 EUR
- Bez dopłaty (14 March 2024)
  added: Pomoc

Next milestones:
- Drugie wydanie (30 April 2024)

Kind regards
`);
    expect(clientUpdateSubject({ ...update, language: 'en' })).toBe('Bałtyk S.A.: progress from 29 February 2024 to 31 March 2024');
  });

  it('is a greeting and a closing where nothing was chosen or written', () => {
    expect(clientUpdateText({ ...update, projects: [], before: '', after: '' }).split('\n\n')).toHaveLength(3);
  });

  const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2023-01-01'), days)).filter((one) => isPlainDate(one));
  const anyFact = fc.tuple(fc.constantFrom(...factKinds), anyDay, fc.nat()).map(([kind, on, n]): ShareableFact => {
    const name = `name${n}.`;
    switch (kind) {
      case 'goal': return { kind, text: name };
      case 'accepted': return { kind, deliverable: name, on, isConditional: n % 2 === 0 };
      case 'change': return { kind, title: name, on, effect: { budget: null, end: null, added: name, removed: '' } };
      default: return { kind, name, on };
    }
  });
  const nameOf = (fact: ShareableFact): string => (fact.kind === 'goal' ? fact.text : fact.kind === 'accepted' ? fact.deliverable : fact.kind === 'change' ? fact.title : fact.name);
  const distinct = fc.uniqueArray(anyFact, { selector: nameOf, maxLength: 20 });

  it('tells of each chosen fact and of no other, and twice the same', () => {
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.boolean()), fc.constantFrom('pl', 'en'), (all, coins, language) => {
        const chosen = all.filter(() => coins.next().value === true);
        const one = { ...update, projects: [{ name: 'Alfa', facts: chosen }], language };
        const text = clientUpdateText(one);
        for (const fact of all) expect([fact, text.includes(nameOf(fact))]).toEqual([fact, chosen.includes(fact)]);
        expect(clientUpdateText(one)).toBe(text);
      }),
    );
  });
});

it('offers nothing of a project that nobody has said anything of', () => {
  const nothing: readonly OfferedFact[] = [];
  expect(offeredFacts({ guidelines: undefined, standings: [], changes: [] }, period, days)).toEqual({ items: nothing, leftOut: 0 });
});
