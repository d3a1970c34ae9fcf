import type { Locator } from 'playwright-core';
import type { Visit } from './browser';
import type { Plan } from '../../local/tempo/model';
import type { DealName } from './small-company';
import type { TestSite } from './test-site';

/** What people do on the pages of Salesforce and Tempo, in English. */

/** Moves the deal along its stage path, as a salesperson does. */
export async function moveDeal(visit: Visit, test: TestSite, deal: DealName, stage: string): Promise<void> {
  await visit.open(`${test.site.urls.salesforce}/deals/${test.deals[deal]}?lang=en`);
  await visit.page.getByRole('button', { name: `Move to ${stage}` }).click();
  await visit.page.getByRole('button', { name: `Current stage: ${stage}` }).waitFor();
}

/** Opens Salesforce's setup, and gives the part of it that is named so. */
export async function setupOf(visit: Visit, test: TestSite, part: RegExp): Promise<Locator> {
  await visit.open(`${test.site.urls.salesforce}/setup?lang=en`);
  return visit.page.getByRole('region', { name: part });
}

/** Presses a button of a part of Salesforce's setup, and waits until it is done. */
export async function pressInSetup(visit: Visit, part: Locator, button: string | RegExp): Promise<void> {
  await part.getByRole('button', { name: button }).click();
  await visit.page.getByText('Saved.', { exact: true }).waitFor();
}

async function openPlan(visit: Visit, test: TestSite, { id }: Plan): Promise<void> {
  await visit.open(`${test.site.urls.tempo}/plans/${id}?lang=en`);
}

/** Changes fields of a plan on its page in Tempo. */
export async function editPlan(visit: Visit, test: TestSite, plan: Plan, fields: Readonly<Partial<Record<'from' | 'to' | 'hours' | 'description', string>>>): Promise<void> {
  await openPlan(visit, test, plan);
  for (const [name, value] of Object.entries(fields)) await visit.page.locator(`[name="${name}"]`).fill(value);
  await visit.page.getByRole('button', { name: 'Save' }).click();
  await visit.page.waitForURL(/\?from=/u);
}

export async function deletePlan(visit: Visit, test: TestSite, plan: Plan): Promise<void> {
  await openPlan(visit, test, plan);
  await visit.page.getByRole('button', { name: 'Delete the plan' }).click();
  await visit.page.waitForURL(/\?from=/u);
}

export async function approvePlan(visit: Visit, test: TestSite, plan: Plan): Promise<void> {
  await openPlan(visit, test, plan);
  await visit.page.getByRole('button', { name: 'Approve' }).click();
  await visit.page.getByRole('heading', { name: 'Approval: approved' }).waitFor();
}

const openTempoSettings = (visit: Visit, test: TestSite): Promise<void> => visit.open(`${test.site.urls.tempo}/settings?lang=en`);

/** Lets Tempo's API answer so many requests with a status. */
export async function orderTempoFaults(visit: Visit, test: TestSite, status: number, times: number): Promise<void> {
  await openTempoSettings(visit, test);
  await visit.page.getByLabel('Path begins with').fill('/4/');
  await visit.page.getByLabel('How many requests').fill(String(times));
  await visit.page.getByLabel('Status', { exact: true }).fill(String(status));
  await visit.page.getByRole('button', { name: 'Add the fault' }).click();
  await visit.page.getByText(`${times} × any /4/`).waitFor();
}

export async function clearTempoFaults(visit: Visit, test: TestSite): Promise<void> {
  await openTempoSettings(visit, test);
  await visit.page.getByRole('button', { name: 'Clear all faults' }).click();
  await visit.page.getByText('No faults are waiting.').waitFor();
}

/** Switches the approval of plans on, as Tempo's administrator does. */
export async function switchApprovalOn(visit: Visit, test: TestSite): Promise<void> {
  await openTempoSettings(visit, test);
  await visit.page.getByLabel('Plan approval is on').check();
  await visit.page.getByRole('button', { name: 'Save' }).click();
  await visit.page.waitForLoadState();
}

/** Deletes every subscription to changes that Tempo has. */
export async function deleteSubscriptions(visit: Visit, test: TestSite): Promise<void> {
  await openTempoSettings(visit, test);
  const webhooks = visit.page.locator('#webhooks');
  const all = webhooks.getByRole('button', { name: /^Delete: / });
  for (let left = await all.count(); left > 0; left -= 1) {
    await all.first().click();
    await webhooks.locator('h2').first().waitFor();
  }
  await webhooks.getByText('Nobody has subscribed to changes.').waitFor();
}
