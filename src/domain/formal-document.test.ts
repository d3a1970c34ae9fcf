import * as fc from 'fast-check';
import { addDays } from './calendar';
import type { DealStage } from './deal';
import { defaultDocumentRules as rules, documentRequirements, documentRulesProblem, requiredStages, tidied, type DocumentRule, type DocumentRules } from './document-rules';
import { markOf, partsOfName, phraseOf, wordsOf } from './document-title';
import { clientId, day, dealId, fileId, fileVersionId, instant } from './fixture/values';
import {
  byConcern, byHandProblem, clientDocuments, completeness, filesFor, isRequiredAt, nothingByHand, placesOf, readTitles, renewalUrgency, rowOf, sightOf, titleReader, type ClientFile, type DocumentByHand, type DocumentPlace,
} from './formal-document';

const today = day('2026-05-04');
const client = clientId(1);
const deal = dealId(1);
const file = (n: number, title: string, changes: Partial<ClientFile> = {}): ClientFile => ({
  id: fileId(n), versionId: fileVersionId(n), title, extension: 'pdf', size: 10, modifiedAt: instant('2026-01-15T10:00:00.000Z'), on: [client, deal], ...changes,
});
const nda: DocumentPlace = { requirement: 'nda', dealId: null };
const order: DocumentPlace = { requirement: 'order', dealId: deal };
const takenFor = (named: Pick<ClientFile, 'title' | 'extension'>, by: DocumentRules = rules) => titleReader(by)(named);
const seen = (place: DocumentPlace, files: readonly ClientFile[], byHand: DocumentByHand, by: DocumentRules = rules) => sightOf(place, readTitles(files, by), by.requirements[place.requirement], byHand);
const by = (changes: Partial<DocumentByHand>): DocumentByHand => ({ ...nothingByHand, ...changes });
const row = (place: DocumentPlace, files: readonly ClientFile[], byHand: DocumentByHand = nothingByHand, stage: DealStage | null = 'won', rule: Partial<DocumentRule> = {}) =>
  rowOf(place, { rule: { ...rules.requirements[place.requirement], ...rule }, stage, byHand, sight: seen(place, files, byHand), today });

describe('what a file is taken for', () => {
  it.each([
    ['Umowa ramowa - podpisana.pdf', 'frameworkAgreement', 'signed'],
    ['UMOWA_RAMOWA_Bank_Północny_draft_v3.docx', 'frameworkAgreement', 'draft'],
    ['NDA2026 skan.pdf', 'nda', 'signed'],
    ['umowa o poufnosci.pdf', 'nda', 'none'],
    ['Umowa o poufności.pdf', 'nda', 'none'],
    ['Aneks nr 2 do umowy ramowej (podpisany).pdf', 'annex', 'signed'],
    ['Protokół odbioru do zamówienia 7.pdf', 'acceptanceProtocol', 'none'],
    ['Zamówienie projekt Alfa, podpisane obustronnie.pdf', 'order', 'signed'],
    ['SOW-12 not signed.pdf', 'order', 'draft'],
    ['SOW 12 do podpisu.pdf', 'order', 'draft'],
    ['NDA unsigned.pdf', 'nda', 'draft'],
    ['Zgoda marketingowa (cofnięta).pdf', 'consent', 'draft'],
    ['Protokół odbioru etapu 1 (niepodpisany).docx', 'acceptanceProtocol', 'draft'],
    ['nda.exe', null, 'none'],
    ['nda', null, 'none'],
    ['Agenda.pdf', null, 'none'],
    ['Orderly notes.pdf', null, 'none'],
    ['Umowa najmu, ramowa.pdf', null, 'none'],
    ['\u202eNDA\u0000 \ud83d.pdf', 'nda', 'none'],
  ] as const)('%s', (name, requirement, mark) => expect(takenFor(partsOfName(name))).toEqual({ requirement, mark }));

  it('takes whole words, in one piece, and any ending only after an asterisk', () => {
    const mark = (title: string, drafts: readonly string[], signed: readonly string[]) => markOf(wordsOf(title), drafts.map(phraseOf), signed.map(phraseOf));
    expect(wordsOf('Żółta_ŁÓDŹ v2')).toEqual(['zolta', 'lodz', 'v', '2']);
    expect(phraseOf('podpisan* ISO27001')).toEqual(['podpisan*', 'iso', '27001']);
    expect(mark('podpisanego', [], ['podpisan'])).toBe('none');
    expect(mark('podpisanego', [], ['podpisan*'])).toBe('signed');
    expect(mark('nie podpisana, podpisana wersja', ['nie podpisan*'], ['podpisan*'])).toBe('signed');
  });

  it('never throws, whatever a title is made of', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'binary' }), (title, phrase) => {
      takenFor({ title, extension: 'pdf' }, { ...rules, draftMarks: [phrase], signedMarks: [title] });
      expect(partsOfName(title).title.length).toBeLessThanOrEqual(title.length);
    }));
    expect(() => takenFor({ title: '\ud800'.repeat(600) + '\ufdfa'.repeat(600), extension: null })).not.toThrow();
  });

  it('finds a phrase of its own words in any title around it, however it is accented and written', () => {
    const phrases = documentRequirements.flatMap((requirement) => rules.requirements[requirement].phrases.map((phrase) => [requirement, phrase] as const));
    const around = fc.stringMatching(/^[0-9]{0,4}$/);
    fc.assert(fc.property(fc.constantFrom(...phrases), around, around, fc.boolean(), ([requirement, phrase], before, after, isLoud) => {
      const written = isLoud ? phrase.toUpperCase().normalize('NFD') : phrase.replaceAll(' ', '_');
      expect(takenFor({ title: `${before} ${written}-${after}`, extension: 'pdf' }).requirement).toBe(requirement);
    }));
  });
});

describe('how a document stands', () => {
  const until = (days: number) => by({ signedOn: day('2026-01-01'), validUntil: addDays(today, days) });
  it.each([
    ['missing', [], nothingByHand, null],
    ['draft', [file(1, 'NDA')], nothingByHand, null],
    ['draft', [file(1, 'NDA draft')], nothingByHand, null],
    ['signed', [file(1, 'NDA signed')], nothingByHand, '2029-01-14'],
    ['signed', [file(1, 'NDA')], by({ signedOn: day('2026-02-28') }), '2029-02-27'],
    ['signed', [], by({ signedOn: day('2026-02-28') }), '2029-02-27'],
    ['signed', [], until(91), '2026-08-03'],
    ['expiring', [], until(90), '2026-08-02'],
    ['expiring', [], until(0), '2026-05-04'],
    ['expired', [], until(-1), '2026-05-03'],
    ['notNeeded', [file(1, 'NDA signed')], by({ need: { kind: 'notNeeded', because: 'the law says so' } }), null],
    ['signed', [file(7, 'Letter signed')], by({ fileId: fileId(7) }), '2029-01-14'],
    ['draft', [file(7, 'Letter')], by({ fileId: fileId(7) }), null],
    ['missing', [], by({ fileId: fileId(7) }), null],
  ] as const)('%s with %j and %j', (state, files, byHand, lastDay) => expect(row(nda, files, byHand)).toMatchObject({ state, until: lastDay, isRequired: byHand.need.kind !== 'notNeeded' }));

  it('is not known while nobody could look, unless it was said by hand', () => {
    const facts = { rule: rules.requirements.nda, stage: 'won', sight: undefined, today } as const;
    expect(rowOf(nda, { ...facts, byHand: nothingByHand })).toMatchObject({ state: null });
    expect(rowOf(nda, { ...facts, byHand: by({ signedOn: today }) })).toMatchObject({ state: 'signed' });
  });

  it('needs no signature where the rules ask for none, but no draft will do', () => {
    const plain: DocumentRules = { ...rules, requirements: { ...rules.requirements, order: { ...rules.requirements.order, mustBeSigned: false } } };
    expect(seen(order, [file(1, 'SOW 1')], nothingByHand, plain).evidence).toBe('signed');
    expect(seen(order, [file(1, 'SOW 1 draft')], nothingByHand, plain).evidence).toBe('draft');
  });

  it('counts the best of several files and lists the others', () => {
    const files = [
      file(1, 'NDA draft', { modifiedAt: instant('2026-05-01T00:00:00.000Z') }),
      file(2, 'NDA signed', { modifiedAt: instant('2024-05-01T00:00:00.000Z') }),
      file(3, 'NDA signed', { modifiedAt: instant('2025-05-01T00:00:00.000Z') }),
      file(4, 'Other'),
    ];
    const ids = (byHand: DocumentByHand) => filesFor(nda, readTitles(files, rules), rules.requirements.nda, byHand).map(({ file: { id } }) => id);
    expect(ids(nothingByHand)).toEqual([fileId(3), fileId(2), fileId(1)]);
    expect(ids(by({ fileId: fileId(2) }))).toEqual([fileId(2), fileId(3), fileId(1)]);
    expect(ids(by({ fileId: fileId(4) }))).toEqual([fileId(3), fileId(2), fileId(4), fileId(1)]);
    expect(ids(by({ fileId: fileId(4), signedOn: today }))[0]).toBe(fileId(4));
  });

  it('of a deal is looked for among the deal\'s own files', () => {
    expect(row(order, [file(1, 'SOW signed', { on: [client] })])).toMatchObject({ state: 'missing' });
    expect(row(order, [file(1, 'SOW signed', { on: [dealId(2)] })])).toMatchObject({ state: 'missing' });
    expect(row(order, [file(1, 'SOW signed', { on: [deal] })])).toMatchObject({ state: 'signed' });
    expect(row(order, [file(1, 'SOW signed', { on: [client] })], by({ fileId: fileId(1) }))).toMatchObject({ state: 'signed' });
  });

  it('tells of a link whose file is gone', () => {
    expect(seen(nda, [file(1, 'NDA')], by({ fileId: fileId(9) }))).toMatchObject({ isLinkGone: true, evidence: 'draft', fileId: fileId(1) });
    expect(seen(nda, [file(9, 'x')], by({ fileId: fileId(9) }))).toMatchObject({ isLinkGone: false });
  });

  it('survives a file from a time that calendars do not have', () => {
    for (const modifiedAt of ['0001-01-01T00:00:00.000Z', '2999-12-31T00:00:00.000Z', '9999-12-31T00:00:00.000Z']) {
      expect(row(nda, [file(1, 'NDA signed', { modifiedAt: instant(modifiedAt) })])).toMatchObject({ state: 'signed', until: null });
    }
  });

  it.each([[-1, 4], [0, 3], [30, 3], [31, 2], [60, 2], [61, 1], [90, 1], [91, 0]])('with %i days left is urgent by %i', (days, urgency) => expect(renewalUrgency(addDays(today, days), today)).toBe(urgency));
});

describe('what is required', () => {
  it('never becomes less at a later stage, and is nothing for a lost deal or an unknown stage', () => {
    fc.assert(fc.property(fc.option(fc.constantFrom(...requiredStages), { nil: null }), fc.nat(3), fc.nat(3), (requiredFrom, a, b) => {
      const at = (place: number) => isRequiredAt({ requiredFrom }, requiredStages[place] ?? 'won');
      expect(at(Math.max(a, b)) || !at(Math.min(a, b))).toBe(true);
      expect([isRequiredAt({ requiredFrom }, 'lost'), isRequiredAt({ requiredFrom }, null)]).toEqual([false, false]);
    }));
  });

  it('follows the account manager, though never for a lost deal', () => {
    const annex: DocumentPlace = { requirement: 'annex', dealId: deal };
    expect(row(annex, []).isRequired).toBe(false);
    expect(row(annex, [], by({ need: { kind: 'needed' } }), 'open').isRequired).toBe(true);
    expect(row(annex, [], by({ need: { kind: 'needed' } }), 'lost').isRequired).toBe(false);
  });

  it('is once for a client and once for each deal that is not lost', () => {
    const places = placesOf(rules, [{ id: deal, stage: 'won' }, { id: dealId(2), stage: 'lost' }, { id: dealId(3), stage: null }]);
    expect(places.filter(({ dealId: of }) => of === null)).toHaveLength(3);
    expect(places.filter(({ requirement }) => requirement === 'order').map(({ dealId: of }) => of)).toEqual([deal, dealId(3)]);
  });
});

const titles = ['NDA', 'NDA signed', 'NDA draft', 'Umowa ramowa skan', 'umowa ramowa', 'zgoda podpisana', 'SOW 1 signed', 'SOW 1', 'Aneks 1', 'notatka', 'protokół odbioru podpisany'];
const anyFile = fc.record({ n: fc.integer({ min: 1, max: 99 }), title: fc.constantFrom(...titles), date: fc.integer({ min: -2_000, max: 0 }), on: fc.subarray([client, deal, dealId(2)], { minLength: 1 }) })
  .map(({ n, title, date, on }) => file(n, title, { on, modifiedAt: instant(`${addDays(today, date)}T12:00:00.000Z`) }));
const anyFiles = fc.uniqueArray(anyFile, { selector: ({ id }) => id, maxLength: 12 });
const anyByHand: fc.Arbitrary<DocumentByHand> = fc.record({
  fileId: fc.option(fc.integer({ min: 1, max: 99 }).map(fileId), { nil: null }),
  signedOn: fc.option(fc.integer({ min: -2_000, max: 0 }).map((days) => addDays(today, days)), { nil: null }),
  validUntil: fc.option(fc.integer({ min: -400, max: 800 }).map((days) => addDays(today, days)), { nil: null }),
  need: fc.oneof(fc.constant({ kind: 'byStage' as const }), fc.constant({ kind: 'needed' as const }), fc.constant({ kind: 'notNeeded' as const, because: 'x' })),
});
const places = placesOf(rules, [{ id: deal, stage: 'won' }, { id: dealId(2), stage: 'won' }]);
const rowsOf = (files: readonly ClientFile[], hands: readonly DocumentByHand[]) => places.map((place, at) => row(place, files, hands[at] ?? nothingByHand));
const hands = fc.array(anyByHand, { minLength: 0, maxLength: places.length });

describe('completeness', () => {
  it('stays within 0 and 100, and 100 means all', () => {
    fc.assert(fc.property(anyFiles, hands, (files, said) => {
      const rows = rowsOf(files, said);
      const documents = clientDocuments(rows, instant('2026-05-04T00:00:00.000Z'));
      expect(documents?.percent).toBeGreaterThanOrEqual(0);
      expect(documents?.percent).toBeLessThanOrEqual(100);
      expect(documents?.percent === 100).toBe(documents?.missing.length === 0);
    }));
  });

  it('is never lowered by a signed file that is added', () => {
    fc.assert(fc.property(anyFiles, hands, fc.constantFrom(...titles.filter((title) => takenFor({ title, extension: 'pdf' }).mark === 'signed')), fc.integer({ min: -2_000, max: 0 }), (files, said, title, date) => {
      const added = file(100, title, { modifiedAt: instant(`${addDays(today, date)}T12:00:00.000Z`), on: [client, deal, dealId(2)] });
      expect(completeness(rowsOf([...files, added], said))).toBeGreaterThanOrEqual(completeness(rowsOf(files, said)) ?? 0);
    }), { numRuns: 300 });
  });

  it('does not depend on the order of files', () => {
    fc.assert(fc.property(anyFiles.chain((files) => fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length, maxLength: files.length }))), hands, ([files, shuffled], said) => {
      expect(rowsOf(shuffled, said)).toEqual(rowsOf(files, said));
      for (const place of places) expect(seen(place, shuffled, nothingByHand)).toEqual(seen(place, files, nothingByHand));
    }));
  });

  it('is rounded down, is 100 where nothing is required, and unknown while something required is', () => {
    const [signed, missing] = [row(nda, [file(1, 'NDA signed')]), row(order, [])];
    expect(completeness([signed, signed, missing])).toBe(66);
    expect(completeness([])).toBe(100);
    expect(completeness([signed, { ...missing, state: null }])).toBeNull();
    expect(completeness([signed, { ...missing, state: null, isRequired: false }])).toBe(100);
    expect(clientDocuments([{ ...missing, state: null }], instant('2026-05-04T00:00:00.000Z'))).toBeUndefined();
  });

  it('names what is missing and what is to be renewed, the earliest first', () => {
    const expiring = row(nda, [], by({ signedOn: day('2025-01-01'), validUntil: addDays(today, 20) }));
    const expired = row({ requirement: 'consent', dealId: null }, [], by({ signedOn: day('2025-01-01'), validUntil: addDays(today, -20) }));
    const documents = clientDocuments([expiring, expired, row(order, [])], instant('2026-05-04T00:00:00.000Z'));
    expect(documents?.missing.map(({ requirement }) => requirement)).toEqual(['consent', 'order']);
    expect(documents?.renewals.map(({ requirement, until }) => [requirement, until])).toEqual([['consent', addDays(today, -20)], ['nda', addDays(today, 20)]]);
    expect([expiring, row({ requirement: 'annex', dealId: deal }, []), row(order, []), expired].sort(byConcern).map(({ requirement }) => requirement)).toEqual(['order', 'consent', 'nda', 'annex']);
  });
});

it.each([
  [undefined, {}],
  ['signedInFuture', { signedOn: addDays(today, 1) }],
  ['validBeforeSigned', { signedOn: today, validUntil: addDays(today, -1) }],
  ['reasonMissing', { need: { kind: 'notNeeded', because: ' ' } }],
  ['reasonTooLong', { need: { kind: 'notNeeded', because: 'x'.repeat(301) } }],
] as const)('%s in %j', (problem, changes) => expect(byHandProblem(by(changes), today)).toBe(problem));

describe('rules', () => {
  it.each([
    [undefined, {}],
    ['emptyPhrase', { draftMarks: ['draft', ' *-* '] }],
    ['phraseTooLong', { signedMarks: ['x'.repeat(81)] }],
    ['tooManyPhrases', { draftMarks: Array.from({ length: 41 }, (_, at) => `d${at}`) }],
    ['extension', { extensions: ['.pdf'] }],
    ['tooManyExtensions', { extensions: Array.from({ length: 41 }, (_, at) => `e${at}`) }],
    ['months', { requirements: { ...rules.requirements, nda: { ...rules.requirements.nda, validMonths: 0 } } }],
  ] as const)('%s in %j', (problem, changes) => expect(documentRulesProblem({ ...rules, ...changes })).toBe(problem));

  it('keep each phrase once', () => {
    expect(tidied({ ...rules, draftMarks: ['Szkic', ' szkic', 'SZKIC*'], extensions: ['pdf', 'pdf'] })).toMatchObject({ draftMarks: ['szkic', 'SZKIC*'], extensions: ['pdf'] });
    expect(tidied(rules).requirements).toEqual(rules.requirements);
  });
});
