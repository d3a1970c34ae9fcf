import fc from 'fast-check';
import { sampleGuidelines, staffingLine } from './fixture/guidelines';
import { lineId } from './fixture/values';
import { defaultKickoffSettings } from './kickoff';
import { kickoffText, type Block, type KickoffFacts } from './kickoff-text';

const facts: KickoffFacts = {
  project: 'Portal',
  deal: 'Order portal',
  client: 'Bałtyk S.A.',
  guidelines: { version: 3, content: { ...sampleGuidelines, staffing: [staffingLine(), staffingLine({ id: lineId('line2') }), staffingLine({ id: lineId('line3'), role: 'Tester' })] } },
  contacts: ['Decision maker: Ewa Maj'],
};

const linesOf = (body: readonly Block[]): readonly string[] => body.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));

it('tells what was won, the agenda, the guidelines and who is who, in both languages', () => {
  const polish = kickoffText(defaultKickoffSettings, facts, 'pl');
  expect(polish.summary).toBe('Kick-off: Portal');
  expect(linesOf(polish.body)).toEqual(expect.arrayContaining([
    'Szansa „Order portal” (Bałtyk S.A.) została wygrana.', 'Porządek spotkania', 'Wytyczne, wersja 3', 'Cel: Customers order without calling',
    'Budżet: 240000.00 PLN, 1200 h', 'Harmonogram: od 2026-03-02 do 2026-08-31', '2026-05-29: First release', 'Date', 'Developer', 'Tester', 'Kto jest kim u klienta', 'Decision maker: Ewa Maj',
  ]));
  expect(linesOf(kickoffText(defaultKickoffSettings, facts, 'en').body)).toEqual(expect.arrayContaining(['The deal “Order portal” (Bałtyk S.A.) was won.', 'Agenda', 'Guidelines, version 3']));
});

it('names each role once', () => {
  expect(linesOf(kickoffText(defaultKickoffSettings, facts, 'en').body).filter((line) => line === 'Developer')).toHaveLength(1);
});

it('says that there are no guidelines, and leaves out contacts that are not known', () => {
  const lines = linesOf(kickoffText(defaultKickoffSettings, { ...facts, client: null, guidelines: null, contacts: null }, 'en').body);
  expect(lines).toContain('The deal “Order portal” was won.');
  expect(lines.join('\n')).toMatch(/has not published guidelines yet/);
  expect(lines).not.toContain('Who is who at the client');
});

it('takes the company’s own title and agenda, and the app’s own title where theirs comes to nothing', () => {
  const settings = { ...defaultKickoffSettings, summary: '{client}: start of {project} ({deal})', agenda: ' Hello \n\n Goodbye ' };
  const { summary, body } = kickoffText(settings, facts, 'en');
  expect(summary).toBe('Bałtyk S.A.: start of Portal (Order portal)');
  expect(body).toContainEqual({ kind: 'list', items: ['Hello', 'Goodbye'] });
  expect(kickoffText({ ...settings, summary: '{client}' }, { ...facts, client: null }, 'en').summary).toBe('Kick-off: Portal');
});

it('reads no placeholder within a name', () => {
  expect(kickoffText({ ...defaultKickoffSettings, summary: '{project}' }, { ...facts, project: '{deal} $& {client}' }, 'en').summary).toBe('{deal} $& {client}');
});

it('makes a title that Jira takes and a text without an empty part, of whatever names there are', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(fc.record({ project: text, deal: text, client: fc.option(text) }), fc.option(text), fc.option(text), (names, summary, agenda) => {
      const made = kickoffText({ ...defaultKickoffSettings, summary, agenda }, { ...facts, ...names }, 'pl');
      expect([...made.summary].length).toBeLessThanOrEqual(255);
      expect(made.summary).not.toMatch(/[\n\r]/u);
      expect(made.summary).not.toBe('');
      expect(made.body.every((block) => (block.kind === 'list' ? block.items.length > 0 : block.text !== ''))).toBe(true);
    }),
  );
});
