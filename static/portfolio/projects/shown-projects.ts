import type { ProjectOrder, ProjectView } from '../../../src/domain/attention/project-view';
import { folded } from '../../page/folded';
import type { ProjectLine } from '../today/today-screen';

const nameOf = ({ project, projectId }: ProjectLine): string => project?.name ?? projectId;

const last = '￿';

/** By what each order sorts; what is not known comes last, but a project without any contact first. */
const by: Readonly<Record<Exclude<ProjectOrder, 'urgency'>, (line: ProjectLine) => string | number>> = {
  name: (line) => folded(nameOf(line)),
  margin: ({ margin }) => margin.basisPoints ?? Number.MAX_SAFE_INTEGER,
  end: ({ guidelines }) => guidelines?.end ?? last,
  contact: ({ lastContactOn }) => lastContactOn ?? '',
};

/** Those that are wanted, in the order that is wanted. @param projects the most urgent first. */
export function shownProjects(projects: readonly ProjectLine[], view: ProjectView): readonly ProjectLine[] {
  const part = folded(view.text);
  const found = projects.filter(
    (line) =>
      (!view.mineOnly || line.isMine) &&
      (view.managerId === null || line.manager?.accountId === view.managerId) &&
      (view.clientId === null || line.clients.some(({ id }) => id === view.clientId)) &&
      (view.stage === null || line.stage === view.stage) &&
      (view.marginState === null || line.margin.state === view.marginState) &&
      [nameOf(line), line.project?.key, line.manager?.name, ...line.clients.map(({ name }) => name)].some((name) => name !== undefined && folded(name).includes(part)),
  );
  if (view.order === 'urgency') return found;
  const of = by[view.order];
  return found.map((line, place) => ({ line, key: of(line), place })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place)).map(({ line }) => line);
}

/** Everything of a kind that the projects name, each once, by name. */
export function named<Named>(all: readonly Named[], idOf: (one: Named) => string, nameOfOne: (one: Named) => string): readonly Named[] {
  return [...new Map(all.map((one) => [idOf(one), one])).values()].sort((a, b) => (folded(nameOfOne(a)) < folded(nameOfOne(b)) ? -1 : 1));
}
