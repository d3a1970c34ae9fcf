import * as z from 'zod/mini';
import { isProjectId } from '../domain/ids';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { projectChanged } from '../use-cases/planner/project-changed';

/** Jira's project events (Forge documentation, "Jira events"); ids come as numbers or as text. */
const event = whenFirstUsed(() => z.object({
  eventType: z.string(),
  project: z.object({ id: z.union([z.string(), z.number()]) }),
}));

const closing = ['avi:jira:archived:project', 'avi:jira:deleted:project', 'avi:jira:softdeleted:project'];
const opening = ['avi:jira:unarchived:project', 'avi:jira:restored:project'];

/** Product events: a project that is closed stops its planner, one that is opened again resumes it. */
export const createProductEvent = (createWorld: () => World) => async (received: unknown): Promise<void> => {
  const parsed = event().safeParse(received);
  if (!parsed.success) return;
  const projectId = String(parsed.data.project.id);
  if (!isProjectId(projectId)) return;
  if (closing.includes(parsed.data.eventType)) await projectChanged(createWorld(), projectId, 'closed');
  if (opening.includes(parsed.data.eventType)) await projectChanged(createWorld(), projectId, 'opened');
};
