import { decideReview, openReview, readGate, requestReview } from '../../src/contract/gate-operations';
import { nameOf, type Deliverable } from '../../src/domain/deliverable';
import type { Verdict } from '../../src/domain/gate';
import type { TestBrowser, Visit } from './browser';
import { people, projects, type PersonName, type ProjectName } from './small-company';
import type { TestSite } from './test-site';

interface Decision {
  readonly verdict: Verdict | { readonly kind: 'conditionalGo'; readonly conditions: readonly Readonly<Record<'id' | 'text' | 'owner' | 'dueOn', string>>[] };
  readonly reason: string;
  readonly validUntil?: string;
}

/** Opens and decides the waiting review of a deliverable, as the account manager: what is not met is waived. */
export async function decide(test: TestSite, project: ProjectName, isIt: (deliverable: Deliverable) => boolean, { verdict, reason, validUntil }: Decision): Promise<void> {
  const lena = test.as('lena');
  const spot = { project: projects[project].key };
  const { waiting } = await lena.ask(spot, readGate);
  const review = waiting.find(({ deliverable }) => isIt(deliverable));
  if (review === undefined) throw new Error('No such review waits');
  const { token, criteria } = await lena.ask(spot, openReview, { reviewId: review.id });
  const marks = criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: finding === 'notMet' ? { kind: 'waived', reason: 'Known' } : { kind: 'met' } }));
  await lena.ask(spot, decideReview, { reviewId: review.id, token, verdict, reason, validUntil: validUntil ?? null, marks });
}

/** Asks for a review of the issue, as the product owner, and decides it, as the account manager. */
export async function askAndDecide(test: TestSite, project: ProjectName, issue: string, decision: Decision): Promise<void> {
  await test.as('marek').ask({ issue }, requestReview, { note: '', recipient: '', dueOn: null });
  await decide(test, project, (deliverable) => nameOf(deliverable) === issue, decision);
}

interface Look {
  readonly locale: 'pl_PL' | 'en_US';
  readonly theme: 'light' | 'dark';
  /** CSS pixels, one after the other. */
  readonly widths: readonly number[];
}

// 640 CSS pixels are what a window of 1280 shows at 200 % zoom.
const looks: readonly Look[] = [
  { locale: 'pl_PL', theme: 'dark', widths: [1280, 320] },
  { locale: 'en_US', theme: 'light', widths: [1280, 640] },
];
const height = 900;

/**
 * Takes pictures of what a person sees, in both languages and themes, wide and narrow; none of them scrolls sideways.
 * @param show opens the screen and waits for what the picture is of.
 */
export async function takePictures(test: TestSite, browser: TestBrowser, person: PersonName, name: string, show: (visit: Visit, locale: Look['locale']) => Promise<unknown>): Promise<void> {
  const { accountId } = people[person];
  const store = test.site.jira.store.people;
  for (const { locale, theme, widths } of looks) {
    store.setLocale(accountId, locale);
    store.setTheme(accountId, theme);
    const visit = await browser.visit(test.site.urls.jira, person, { theme, height });
    await show(visit, locale);
    for (const width of widths) {
      await visit.page.setViewportSize({ width, height });
      await visit.picture(`${name}-${locale.slice(0, 2)}-${theme}-${width}`);
      expect([width, await visit.sideways()]).toEqual([width, { page: 0, screen: 0 }]);
    }
  }
  store.setLocale(accountId, 'en_US');
  store.setTheme(accountId, 'light');
}
