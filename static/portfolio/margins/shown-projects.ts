import type { MarginState } from '../../../src/domain/margin-guard';
import { waitsForAnswer } from '../../../src/domain/margin-threat';
import { folded } from '../../page/folded';
import type { ProjectLine } from '../portfolio-view';

export const states = ['belowTarget', 'atRisk', 'unknown', 'healthy'] as const satisfies readonly MarginState[];

export interface Wanted {
  /** Null is every state. */
  readonly state: MarginState | null;
  readonly mineOnly: boolean;
  /** Part of a project's, client's or account manager's name; empty is everything. */
  readonly text: string;
}

export const stateOfLine = ({ reading }: ProjectLine): MarginState => reading?.state ?? 'unknown';

/** Those that are wanted, in the order in which they came: the most urgent first. */
export function shownProjects(projects: readonly ProjectLine[], { state, mineOnly, text }: Wanted): readonly ProjectLine[] {
  const part = folded(text);
  return projects.filter(
    (line) =>
      (state === null || stateOfLine(line) === state) &&
      (!mineOnly || line.isMine) &&
      [line.project?.name, line.project?.key, line.manager?.name, ...line.clients.map(({ name }) => name)].some((name) => name !== undefined && folded(name).includes(part)),
  );
}

export interface StateCount {
  readonly state: MarginState;
  readonly projects: number;
  /** Of those, the ones about which nobody has said what they will do. */
  readonly unanswered: number;
}

export const countStates = (projects: readonly ProjectLine[]): readonly StateCount[] =>
  states.map((state) => {
    const of = projects.filter((line) => stateOfLine(line) === state);
    return { state, projects: of.length, unanswered: of.filter(({ threat }) => threat !== null && waitsForAnswer(threat)).length };
  });
