import * as z from 'zod/mini';
import type { Site } from '../site';
import { act } from './acting';
import type { DemoProject } from './company/project';
import { projects, type ProjectName } from './company/projects';

const anything = z.unknown();
const read = z.object({ view: z.object({ threat: z.nullable(z.object({ answers: z.array(z.unknown()) })) }) });

/** What account managers mean to do where the margin is threatened. */
const plans: Partial<Readonly<Record<ProjectName, string>>> = {
  warehouse: 'Od przyszłego miesiąca prognozy przejmuje tańszy inżynier danych, a stawkę za raporty dla regulatora negocjuję z klientem.',
};

/** As the account manager: reads the project's money, and answers a threat. */
export async function settleMargin(site: Site, name: ProjectName): Promise<void> {
  const project: DemoProject = projects[name];
  const place = { module: 'project', project } as const;
  const { view } = await act(site, project.accountManager, place, 'margin.refresh', {}, read);
  const plan = plans[name];
  if (view.threat === null || view.threat.answers.length > 0 || plan === undefined) return;
  await act(site, project.accountManager, place, 'margin.answerThreat', { plan }, anything);
}
