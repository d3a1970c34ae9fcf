import * as z from 'zod/mini';
import { isIssueId, type IssueId } from '../domain/ids';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { blockerSeen } from '../use-cases/gate/blocker-seen';
import { deliverableLeft } from '../use-cases/gate/deliverable-left';
import { issueArrived } from '../use-cases/gate/handed-over';

const id = whenFirstUsed(() => z.union([z.string(), z.number()]));
/** Jira's issue and link events (Forge documentation, "Jira events"); ids come as numbers or as text. */
const event = whenFirstUsed(() => z.object({
  issue: z.nullish(z.object({ id: id() })),
  changelog: z.nullish(z.object({ items: z.array(z.object({ field: z.string() })) })),
  sourceIssueId: z.nullish(id()),
  destinationIssueId: z.nullish(id()),
}));

function issueIdOf(value: string | number | null | undefined): IssueId | undefined {
  const text = String(value ?? '');
  return isIssueId(text) ? text : undefined;
}

/** Changes of an issue by which it may come to stand in the way of something. */
const telling = ['priority', 'status', 'fix version', 'link'];
/** Changes that may bring it to where only a go leads, or out of its project. */
const moving = ['status', 'project', 'issuetype'];

/**
 * Product events: an issue that begins to block a deliverable ends its go, and so does one that leaves its project;
 * one that stands behind the gate without a go is told of. Nothing that the event says is believed but the id.
 */
export const createGateEvent = (createWorld: () => World) => async (received: unknown): Promise<void> => {
  const parsed = event().safeParse(received);
  if (!parsed.success) return;
  const { issue, changelog, sourceIssueId, destinationIssueId } = parsed.data;
  // Of the many changes that issues see, few concern a gate, and each look costs a call to Jira.
  const fields = changelog?.items.map(({ field }) => field.toLowerCase());
  const concerns = (names: readonly string[]): boolean => fields === undefined || fields.some((field) => names.includes(field));
  const ids = new Set([issue?.id, sourceIssueId, destinationIssueId].flatMap((one) => issueIdOf(one) ?? []));
  for (const each of ids) {
    if (concerns(telling)) await blockerSeen(createWorld(), each);
    if (concerns(moving)) await moved(createWorld(), each);
  }
};

async function moved(world: World, issueId: IssueId): Promise<void> {
  const issue = await world.tracker.issueById(issueId);
  await deliverableLeft(world, `issue:${issueId}`, issue?.projectId);
  if (issue !== undefined) await issueArrived(world, issue);
}
