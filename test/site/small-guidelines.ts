import { publishGuidelines, readDraft, saveDraft } from '../../src/contract/guidelines';
import { day, people, projects, type ProjectName } from './small-company';
import type { TestSite } from './test-site';

/** A whole draft: a developer by name from next week on, and a tester's role from last week on. */
export function wholeDraft() {
  return {
    budget: { amount: '480 000', currency: 'PLN', hours: '2400', targetMargin: '40', billable: 'Analiza i wytwarzanie' },
    schedule: { start: day(-14), end: day(120), milestones: [{ id: 'milestone001', name: 'Odbiór etapu', date: day(60) }] },
    scope: { goal: 'Klienci sami sprawdzają przesyłki', inScope: 'Portal', outOfScope: 'Aplikacja mobilna' },
    priorities: [
      { id: 'priority0001', text: 'Termin przed zakresem' },
      { id: 'priority0002', text: 'Dostępność' },
    ],
    staffing: [
      { id: 'staffing0001', role: 'Developer', person: { accountId: people.olga.accountId, name: people.olga.name }, from: day(7), to: day(60), hoursPerDay: '6', dealId: null },
      { id: 'staffing0002', role: 'Tester', person: null, from: day(-7), to: day(90), hoursPerDay: '4', dealId: null },
    ],
  };
}

/** Publishes the whole draft, changed as asked, as the project's next version. */
export async function publish(test: TestSite, project: ProjectName, change: (draft: ReturnType<typeof wholeDraft>) => unknown = (draft) => draft): Promise<number> {
  const lena = test.as('lena');
  const spot = { project: projects[project].key };
  const { revision } = await lena.ask(spot, readDraft);
  const saved = await lena.ask(spot, saveDraft, { revision, draft: change(wholeDraft()) });
  const { version } = await lena.ask(spot, publishGuidelines, { revision: saved.revision });
  return version;
}
