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
const opened = z.object({ token: z.string(), criteria: z.array(z.object({ criterion: z.object({ id: z.string() }), finding: z.nullable(z.enum(['met', 'notMet', 'unknown'])) })) });

/** As the project's product owner and account manager: asks for reviews and decides some. What was asked before is not asked again. */
export async function settleGate(site: Site, name: ProjectName, today: string): Promise<void> {
  const project: DemoProject = projects[name];
  for (const { issueKey, note, recipient, dueIn, decision } of reviews.filter((review) => review.project === name)) {
    const panel = { module: 'panel', project, issueKey } as const;
    const { gate } = await act(site, project.productOwner, panel, 'panel.read', {}, standing);
    if (gate.review !== null && (gate.review.state !== 'waiting' || decision === undefined)) continue;
    const request = { note, recipient: recipient ?? '', dueOn: dueIn === undefined ? null : workingDay(today, dueIn) };
    const review = gate.review ?? (await act(site, project.productOwner, panel, 'gate.request', request, asked)).review;
    if (review === null || decision === undefined) continue;
    const place = { module: 'project', project } as const;
    const { token, criteria } = await act(site, project.accountManager, place, 'gate.open', { reviewId: review.id }, opened);
    const payload = {
      reviewId: review.id,
      token,
      marks: criteria.map(({ criterion, finding }) => ({ criterionId: criterion.id, mark: markOf(finding, decision.verdict.kind) })),
      verdict: verdictOf(decision.verdict, today),
      reason: decision.reason,
      validUntil: decision.validFor === undefined ? null : workingDay(today, decision.validFor),
    };
    await act(site, project.accountManager, place, 'gate.decide', payload, anything);
  }
}

/** What the app found stays as it found it; a go passes over it with a reason. */
function markOf(finding: 'met' | 'notMet' | 'unknown' | null, verdict: NonNullable<DemoReview['decision']>['verdict']['kind']) {
  if (finding !== 'notMet') return { kind: 'met' };
  return verdict === 'go' ? { kind: 'waived', reason: 'Uzgodnione z klientem' } : { kind: 'notMet' };
}

function verdictOf(verdict: NonNullable<DemoReview['decision']>['verdict'], today: string) {
  if (verdict.kind !== 'conditionalGo') return verdict;
  const conditions = verdict.conditions.map(({ text, owner, days }, place) => ({ id: `condition${place}`, text, owner, dueOn: workingDay(today, days) }));
  return { kind: verdict.kind, conditions };
}
