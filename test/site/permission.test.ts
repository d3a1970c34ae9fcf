import { decideReview, readGate, requestReview } from '../../src/contract/gate-operations';
import { readDraft, readGuidelines, saveDraft } from '../../src/contract/guidelines';
import { linkDeal, syncDealNow, unlinkDeal } from '../../src/contract/planner';
import { readSettings, setCompany } from '../../src/contract/settings';
import { issueKey, projects } from './small-company';
import { publish, wholeDraft } from './small-guidelines';
import { link, startTestSite, untilSync, type TestSite } from './test-site';

jest.setTimeout(240_000);

let test: TestSite;
const portal = { project: projects.portal.key };
const shop = { project: projects.shop.key };

beforeAll(async () => {
  test = await startTestSite();
  await publish(test, 'portal');
});
afterAll(() => test.close());

it('a stranger sees no screen of a project, and nobody but an administrator sees the settings', async () => {
  await expect(test.as('leon').frameToken(portal)).resolves.toBeUndefined();
  await expect(test.as('leon').frameToken({ issue: issueKey('portal', 1) })).resolves.toBeUndefined();
  await expect(test.as('lena').frameToken('settings')).resolves.toBeUndefined();
  await expect(test.as('iga').frameToken('settings')).resolves.toBeDefined();
});

it('another person’s frame, a forged one and none are refused before any function runs', async () => {
  const token = (await test.as('lena').frameToken(portal)) ?? '';
  const ran = test.site.host.invocations().length;
  expect((await test.as('leon').invoke(token, readGuidelines.name, {})).status).toBe(403);
  expect((await test.as('marek').invoke(token, readDraft.name, {})).status).toBe(403);
  expect((await test.as('lena').invoke(`${token}x`, readDraft.name, {})).status).toBe(401);
  expect((await test.as('lena').invoke('', readDraft.name, {})).status).toBe(401);
  expect(test.site.host.invocations()).toHaveLength(ran);
});

it('a product owner neither reads nor writes a draft, links no deal and decides no gate', async () => {
  const marek = test.as('marek');
  const forbidden = { ok: false, error: { code: 'forbidden' } };
  await expect(marek.call(portal, readDraft)).resolves.toMatchObject(forbidden);
  await expect(marek.call(portal, saveDraft, { revision: 0, draft: wholeDraft() })).resolves.toMatchObject(forbidden);
  await expect(marek.call(portal, linkDeal, { dealId: test.deals.audit })).resolves.toMatchObject(forbidden);
  await marek.ask({ issue: issueKey('portal', 1) }, requestReview, { note: '', recipient: '', dueOn: null });
  const { waiting } = await marek.ask(portal, readGate);
  const decision = { reviewId: waiting[0]?.id, token: 'x', marks: [], verdict: { kind: 'go' }, reason: 'Sam sobie', validUntil: null };
  await expect(marek.call(portal, decideReview, decision)).resolves.toMatchObject(forbidden);
  await expect(marek.ask(portal, readGate)).resolves.toMatchObject({ waiting: [{ state: 'waiting' }], decided: [] });
});

it('a screen of a project cannot ask for the settings of the site', async () => {
  for (const person of ['lena', 'marek'] as const) {
    await expect(test.as(person).call(portal, readSettings)).resolves.toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await expect(test.as(person).call(portal, setCompany, { language: 'en', timeZone: 'UTC' })).resolves.toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
});

it('the project comes from where the screen stands, never from what it sends', async () => {
  const lena = test.as('lena');
  await expect(lena.call(shop, saveDraft, { revision: 0, draft: wholeDraft(), projectId: projects.portal.id })).resolves.toMatchObject({
    ok: false,
    error: { code: 'invalidRequest', field: 'projectId' },
  });
  await expect(lena.ask(shop, readDraft)).resolves.toMatchObject({ revision: 0 });
  await link(test, 'portal', 'portal');
  await untilSync(test, 'portal', 'inStep');
  await expect(lena.call(shop, syncDealNow, { dealId: test.deals.portal })).resolves.toMatchObject({ ok: false, error: { code: 'notFound' } });
  await expect(lena.call(shop, unlinkDeal, { dealId: test.deals.portal })).resolves.toMatchObject({ ok: false, error: { code: 'notFound' } });
  await expect(lena.call(shop, linkDeal, { dealId: test.deals.portal })).resolves.toMatchObject({ ok: false, error: { code: 'alreadyLinked' } });
  await expect(lena.call(portal, linkDeal, { dealId: test.deals.portal })).resolves.toMatchObject({ ok: false, error: { code: 'alreadyLinked' } });
  await expect(test.linked('portal')).resolves.toMatchObject({ deal: { id: test.deals.portal }, sync: { kind: 'inStep' } });
});
