import type { ClientUpdateView } from '../../../src/contract/client-update';
import type { ShareableFact } from '../../../src/domain/client-update';

type OfferedProject = ClientUpdateView['projects'][number];
type Offered = OfferedProject['facts'][number];

/** What the account manager has chosen or left out by hand, by fact. */
export type Choices = ReadonlyMap<string, boolean>;

/** Next milestones of a project that are chosen until somebody says otherwise. */
const nearest = 3;

export const keyOf = ({ projectId }: OfferedProject, { id, fact }: Offered): string => `${projectId} ${fact.kind} ${id}`;

/** Chosen before anybody chose: nothing that may be untrue or another client's, and no far future. */
function isChosenAtFirst({ isShared, facts }: OfferedProject, { id, fact }: Offered): boolean {
  if (isShared || fact.kind === 'milestoneDone') return false;
  return fact.kind !== 'milestoneNext' || facts.filter((one) => one.fact.kind === 'milestoneNext').slice(0, nearest).some((one) => one.id === id);
}

export const isChosen = (choices: Choices, project: OfferedProject, offered: Offered): boolean => choices.get(keyOf(project, offered)) ?? isChosenAtFirst(project, offered);

/** The facts that the update tells of, project by project. */
export const chosenFacts = ({ projects }: ClientUpdateView, choices: Choices): readonly { readonly name: string; readonly facts: readonly ShareableFact[] }[] =>
  projects.map((project) => ({ name: project.name, facts: project.facts.filter((offered) => isChosen(choices, project, offered)).map(({ fact }) => fact) }));
