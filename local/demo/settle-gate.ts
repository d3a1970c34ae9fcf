import * as z from 'zod/mini';
import type { Site } from '../site';
import { act } from './acting';
import { workingDay } from './company/days';
import type { DemoProject } from './company/project';
import { projects, type ProjectName } from './company/projects';
import { reviews, type DemoReview } from './company/reviews';

const anything = z.unknown();
const standing = z.object({ gate: z.object({ review: z.nullable(z.object({ id: z.string(), state: z.string() })) }) });
const asked = z.object({ review: z.nullable(z.object({ id: z.string() })) });

/** As the project's product owner and account manager: asks for reviews and decides some. What was asked before is not asked again. */
export async function settleGate(site: Site, name: ProjectName, today: string): Promise<void> {
  const project: DemoProject = projects[name];
  for (const { issueKey, note, dueIn, decision } of reviews.filter((review) => review.project === name)) {
    const panel = { module: 'panel', project, issueKey } as const;
    const { gate } = await act(site, project.productOwner, panel, 'panel.read', {}, standing);
    if (gate.review !== null && (gate.review.state !== 'waiting' || decision === undefined)) continue;
    const request = { note, dueOn: dueIn === undefined ? null : workingDay(today, dueIn) };
    const review = gate.review ?? (await act(site, project.productOwner, panel, 'gate.request', request, asked)).review;
    if (review === null || decision === undefined) continue;
    const payload = {
      reviewId: review.id,
      verdict: verdictOf(decision.verdict, today),
      reason: decision.reason,
      validUntil: decision.validFor === undefined ? null : workingDay(today, decision.validFor),
    };
    await act(site, project.accountManager, { module: 'project', project }, 'gate.decide', payload, anything);
  }
}

function verdictOf(verdict: NonNullable<DemoReview['decision']>['verdict'], today: string) {
  if (verdict.kind !== 'conditionalGo') return verdict;
  const conditions = verdict.conditions.map(({ text, owner, days }, place) => ({ id: `condition${place}`, text, owner, dueOn: workingDay(today, days) }));
  return { kind: verdict.kind, conditions };
}
