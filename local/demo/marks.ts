import type { Site } from '../site';

/** Whether a step of the demo was finished at this or an earlier start. */
export const isDone = ({ jira }: Site, mark: string): boolean => jira.store.settings.get(mark) === 'done';

/** Does the work unless an earlier start finished it. */
export async function once(site: Site, mark: string, work: () => Promise<void>): Promise<void> {
  if (isDone(site, mark)) return;
  await work();
  site.jira.store.settings.set(mark, 'done');
}
