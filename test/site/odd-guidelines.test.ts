import { publishGuidelines, readDraft, readGuidelines, saveDraft } from '../../src/contract/guidelines';
import { projects } from './small-company';
import { publish, wholeDraft } from './small-guidelines';
import { startTestSite, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
const shop = { project: projects.shop.key };
const portal = { project: projects.portal.key };

beforeAll(async () => {
  test = await startTestSite();
});
afterAll(() => test.close());

function lines(count: number) {
  const [line] = wholeDraft().staffing;
  return Array.from({ length: count }, (_, number) => ({ ...line, id: `line${String(number).padStart(8, '0')}`, role: `Rola ${number}` }));
}

it('two hundred staffing lines are published, one more is kept as a draft and refused', async () => {
  await publish(test, 'shop', (draft) => ({ ...draft, staffing: lines(200) }));
  const { current } = await test.as('marek').ask(shop, readGuidelines);
  expect(current?.guidelines.staffing).toHaveLength(200);

  const lena = test.as('lena');
  const { revision } = await lena.ask(shop, readDraft);
  const saved = await lena.ask(shop, saveDraft, { revision, draft: { ...wholeDraft(), staffing: lines(201) } });
  expect(saved.problems).toMatchObject([{ field: 'staffing', code: 'tooMany', limit: 200 }]);
  await expect(lena.call(shop, publishGuidelines, { revision: saved.revision })).resolves.toMatchObject({ ok: false, error: { code: 'incomplete' } });
  expect((await lena.ask(shop, readDraft)).draft.staffing).toHaveLength(201);
  await expect(lena.ask(shop, readGuidelines)).resolves.toMatchObject({ current: { version: 1 } });
});

it('a goal of fifty thousand characters, an end before the start and money below zero are kept, explained and not published', async () => {
  const goal = 'Cel '.repeat(12_500);
  const whole = wholeDraft();
  const draft = { ...whole, scope: { ...whole.scope, goal }, budget: { ...whole.budget, amount: '-5' }, schedule: { ...whole.schedule, start: whole.schedule.end, end: whole.schedule.start, milestones: [] } };
  const lena = test.as('lena');
  const saved = await lena.ask(portal, saveDraft, { revision: 0, draft });
  expect(saved.problems).toEqual(
    expect.arrayContaining([
      { field: 'scope.goal', code: 'tooLong', limit: 500 },
      expect.objectContaining({ field: 'budget.amount', code: 'notAnAmount' }),
      expect.objectContaining({ field: 'schedule.end', code: 'endBeforeStart' }),
    ]),
  );
  await expect(lena.call(portal, publishGuidelines, { revision: saved.revision })).resolves.toMatchObject({ ok: false, error: { code: 'incomplete' } });
  await expect(lena.ask(portal, readDraft)).resolves.toMatchObject({ draft });
  await expect(lena.ask(portal, readGuidelines)).resolves.toMatchObject({ current: null });
});
