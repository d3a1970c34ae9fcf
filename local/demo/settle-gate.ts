import * as z from 'zod/mini';
import type { Site } from '../site';
import { act } from './acting';
import { projects, type DemoProject, type ProjectName } from './company/projects';

interface DemoReview {
  readonly project: ProjectName;
  readonly issueKey: string;
  readonly note: string;
  readonly decision?: { readonly verdict: 'go' | 'noGo'; readonly reason: string };
}

/** Reviews that were asked for; those without a decision wait. */
const reviews: readonly DemoReview[] = [
  {
    project: 'portal',
    issueKey: 'PORT-6',
    note: 'Po poprawkach z pokazu. Testy akceptacyjne klienta zakończone.',
    decision: { verdict: 'go', reason: 'Zgodne z wytycznymi, klient potwierdził scenariusze na pokazie.' },
  },
  {
    project: 'portal',
    issueKey: 'PORT-7',
    note: 'Prosimy o zgodę, klient czeka na kalkulator.',
    decision: { verdict: 'noGo', reason: 'Kalkulator nie liczy dopłaty paliwowej. Cena na ofercie musi się zgadzać z fakturą.' },
  },
  { project: 'portal', issueKey: 'PORT-5', note: 'Wyszukiwarka gotowa, brakuje tylko Twojej zgody. Klient chce ją pokazać zarządowi.' },
  { project: 'warehouse', issueKey: 'MAZ-4', note: 'Reguły jakości uzgodnione z analitykami klienta.' },
];

const anything = z.unknown();
const standing = z.object({ gate: z.object({ review: z.nullable(z.object({ id: z.string(), state: z.string() })) }) });
const asked = z.object({ review: z.nullable(z.object({ id: z.string() })) });

/** As product owners and account managers: asks for reviews and decides some. */
export async function settleGate(site: Site): Promise<void> {
  for (const { project: name, issueKey, note, decision } of reviews) {
    const project: DemoProject = projects[name];
    const panel = { module: 'panel', project, issueKey } as const;
    const { gate } = await act(site, project.productOwner, panel, 'panel.read', {}, standing);
    if (gate.review !== null && (gate.review.state !== 'waiting' || decision === undefined)) continue;
    const review = gate.review ?? (await act(site, project.productOwner, panel, 'gate.request', { note, dueOn: null }, asked)).review;
    if (review === null || decision === undefined) continue;
    const payload = { reviewId: review.id, verdict: { kind: decision.verdict }, reason: decision.reason, validUntil: null };
    await act(site, project.accountManager, { module: 'project', project }, 'gate.decide', payload, anything);
  }
}
