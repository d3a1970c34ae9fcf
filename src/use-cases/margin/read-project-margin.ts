import type { Figures } from '../../domain/figures';
import { unchecked, type ProjectMargin } from '../../domain/project-margin';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { seesMargin } from '../permission';

/** The Margin section. Who may not see costs sees how much of budget and time is used, and who worked. */
export async function readProjectMargin({ margin, tracker }: World, { projectId }: ProjectCall) {
  const [stored, settings, sees, answers] = await Promise.all([
    margin.margin(projectId),
    margin.settings(projectId),
    tracker.mayAny(seesMargin, projectId),
    tracker.may('setGuidelines', projectId),
  ]);
  return { view: sees ? whole(stored ?? unchecked(projectId)) : burn(stored ?? unchecked(projectId)), mayAnswer: answers, settings };
}

/** Everything, for those who may see it. */
export const whole = ({ checkedAt, failure, figures, reading, threat }: ProjectMargin) => ({ kind: 'whole' as const, checkedAt, failure, figures: figures && shown(figures), reading, threat });

/** What the quarter's goals alone are made of stays out of a project's page. */
const shown = ({ quarterPlan: _, ...figures }: Figures): Omit<Figures, 'quarterPlan'> => figures;

/** Without a rate, a cost, or anything that one could be worked out from. */
function burn({ checkedAt, failure, figures, reading }: ProjectMargin) {
  return {
    kind: 'burn' as const,
    checkedAt,
    failure,
    asOf: figures?.asOf ?? null,
    spentPercent: reading?.spentPercent ?? null,
    elapsedPercent: reading?.elapsedPercent ?? null,
    roles: (figures?.roles ?? []).map(({ role, people, seconds }: Figures['roles'][number]) => ({ role, people, seconds })),
  };
}
