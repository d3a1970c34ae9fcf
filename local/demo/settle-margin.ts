import * as z from 'zod/mini';
import type { Site } from '../site';
import { act } from './acting';
import { addDays } from '../plain-date';
import { documents } from './company/billing';
import type { DemoProject } from './company/project';
import { projects, type ProjectName } from './company/projects';

const anything = z.unknown();
const book = z.object({ revision: z.int(), deals: z.array(z.object({ id: z.string() })) });
const read = z.object({ view: z.object({ threat: z.nullable(z.object({ answers: z.array(z.unknown()) })) }) });

/** What account managers mean to do where the margin is threatened. */
const plans: Partial<Readonly<Record<ProjectName, string>>> = {
  warehouse: 'Od przyszłego miesiąca prognozy przejmuje tańszy inżynier danych, a stawkę za raporty dla regulatora negocjuję z klientem.',
};

/** As the account manager: enters invoices, reads the project's money, and answers a threat. @param today plain date. */
export async function settleMargin(site: Site, name: ProjectName, today: string): Promise<void> {
  const project: DemoProject = projects[name];
  const place = { module: 'project', project } as const;
  const { revision, deals } = await act(site, project.accountManager, place, 'billing.read', {}, book);
  const deal = deals[0];
  const rows = (documents[name] ?? []).map(({ kind, number, amount, currency = 'PLN', issued, due, settled }) => ({
    dealId: deal?.id ?? '', kind, number, amount, currency, issuedOn: addDays(today, issued), dueOn: addDays(today, due), settledOn: settled === undefined ? null : addDays(today, settled),
  }));
  if (deal !== undefined && rows.length > 0) await act(site, project.accountManager, place, 'billing.import', { revision, rows }, anything);
  const { view } = await act(site, project.accountManager, place, 'margin.refresh', {}, read);
  const plan = plans[name];
  if (view.threat === null || view.threat.answers.length > 0 || plan === undefined) return;
  await act(site, project.accountManager, place, 'margin.answerThreat', { plan }, anything);
}
