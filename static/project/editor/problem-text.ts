import type { ProjectTranslate } from '../project-screen';
import type { DraftProblem } from './draft-problem';

/** What is wrong with a field, and what would be right. */
export const problemText = (t: ProjectTranslate, problem: DraftProblem): string => t(`problem.${problem.code}`, { limit: problem.limit ?? 0 });
