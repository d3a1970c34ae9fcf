import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { openDatabase } from '../../local/database';
import { readGate, requestReview } from '../../src/contract/gate-operations';
import { readDraft, readGuidelines, saveDraft } from '../../src/contract/guidelines';
import { acknowledgeGuidelines } from '../../src/contract/panel';
import { readSettings } from '../../src/contract/settings';
import { dealIds, issueKey, people, projects, stages } from './small-company';
import { wholeDraft } from './small-guidelines';
import { startTestSite, untilSync } from './test-site';
import { until } from './until';
import { Visitor } from './visitor';

jest.setTimeout(240_000);

const portal = { project: projects.portal.key };
const issue = { issue: issueKey('portal', 1) };
const urls = z.object({ jira: z.string(), salesforce: z.string(), tempo: z.string() });

let data: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'opiekun-killed-'));
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(data, { recursive: true, force: true });
});

async function startDoomedSite(): Promise<z.infer<typeof urls>> {
  child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'doomed-site.ts'), data], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout === null) throw new Error('the child has no output');
  for await (const line of createInterface(child.stdout)) return urls.parse(JSON.parse(line));
  throw new Error('the child ended before it was ready');
}

/** Looks into the database of the running Tempo from outside. */
function plansIn(folder: string): number {
  const database = openDatabase(join(folder, 'tempo.db'));
  try {
    return Number(database.prepare('SELECT count(*) AS count FROM plan').get()?.['count']);
  } finally {
    database.close();
  }
}

it('killed while Tempo had written an entry and not answered, the site goes on where it was', async () => {
  const running = await startDoomedSite();
  const [lena, marek, iga] = [people.lena, people.marek, people.iga].map(({ accountId }) => new Visitor(running.jira, accountId));
  if (lena === undefined || marek === undefined || iga === undefined) throw new Error('three people');
  const { revision } = await lena.ask(portal, readDraft);
  const draft = { ...wholeDraft(), scope: { goal: 'Jeszcze nie opublikowane', inScope: '', outOfScope: '' } };
  await lena.ask(portal, saveDraft, { revision, draft });
  await marek.ask(issue, acknowledgeGuidelines, { version: 1 });
  await marek.ask(issue, requestReview, { note: 'Przed awarią', recipient: '', dueOn: null });
  const settings = await iga.ask('settings', readSettings);
  await fetch(`${running.salesforce}/deals/${dealIds.portal}/stage`, {
    method: 'POST',
    headers: { origin: running.salesforce },
    body: new URLSearchParams({ stage: stages.internallyWon }),
  });
  await until('Tempo to have written the first entry', () => plansIn(data) === 1);
  child?.kill('SIGKILL');
  if (child !== undefined) await once(child, 'exit');

  const test = await startTestSite({ data });
  try {
    await test.site.host.idle();
    await untilSync(test, 'portal', 'inStep');
    const plans = test.site.tempo.store.plans.search({ projectIds: [projects.portal.id] });
    expect(plans.map(({ assigneeType }) => assigneeType).sort()).toEqual(['GENERIC', 'USER']);
    await expect(test.linked('portal')).resolves.toMatchObject({ deal: { stage: 'internallyWon' } });

    await expect(test.as('lena').ask(portal, readDraft)).resolves.toMatchObject({ draft: { scope: { goal: 'Jeszcze nie opublikowane' } } });
    await expect(test.as('lena').ask(portal, readGuidelines)).resolves.toMatchObject({ current: { version: 1 }, acknowledgements: [{ person: { name: people.marek.name }, version: 1 }] });
    await expect(test.as('lena').ask(portal, readGate)).resolves.toMatchObject({ waiting: [{ note: 'Przed awarią', deliverable: { issueKey: issue.issue } }] });
    const { salesforce, tempo, company } = await test.as('iga').ask('settings', readSettings);
    expect({ salesforce, tempo, company }).toEqual({ salesforce: settings.salesforce, tempo: settings.tempo, company: settings.company });
  } finally {
    await test.close();
  }
});
