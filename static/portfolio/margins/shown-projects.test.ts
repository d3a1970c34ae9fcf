import { clientId, instant, person, projectId } from '../../../src/domain/fixture/values';
import type { ProjectLine } from '../portfolio-view';
import { countStates, shownProjects } from './shown-projects';

const at = instant('2026-05-04T08:00:00.000Z');
const line = (name: string, state: 'healthy' | 'atRisk' | 'belowTarget' | null, more: Partial<ProjectLine> = {}): ProjectLine => ({
  projectId: projectId('10001'), project: { key: name.slice(0, 3).toUpperCase(), name }, manager: null, isMine: false, clients: [], checkedAt: null, failure: null, sums: null, threat: null,
  reading: state === null ? null : { state, reasons: [], toDate: { kind: 'known', basisPoints: 1 }, forecast: { kind: 'unknown', because: 'plansUnknown' }, target: 40, allowedCost: null, spentPercent: null, elapsedPercent: null },
  ...more,
});
const threat = (answered: boolean): ProjectLine['threat'] => ({ state: 'atRisk', reasons: [], openedAt: at, changedAt: at, answers: answered ? [{ plan: 'x', by: person('anna'), at }] : [] });
const lines = [
  line('Łódź: portal', 'belowTarget', { isMine: true }),
  line('Sklep', 'atRisk', { threat: threat(false), clients: [{ id: clientId(1), name: 'Stalmet' }] }),
  line('Akta', 'atRisk', { threat: threat(true), manager: person('zofia', 'Zofia Błaszczyk') }),
  line('Nowy', null),
];
const names = (wanted: Partial<Parameters<typeof shownProjects>[1]>) => shownProjects(lines, { state: null, mineOnly: false, text: '', ...wanted }).map(({ project }) => project?.name);

it.each([
  [{}, ['Łódź: portal', 'Sklep', 'Akta', 'Nowy']],
  [{ state: 'atRisk' }, ['Sklep', 'Akta']],
  [{ state: 'unknown' }, ['Nowy']],
  [{ mineOnly: true }, ['Łódź: portal']],
  [{ text: ' STAL ' }, ['Sklep']],
  [{ text: 'blaszczyk' }, ['Akta']],
  [{ text: 'nothing' }, []],
] as const)('shows for %j', (wanted, shown) => expect(names(wanted)).toEqual(shown));

it('counts how many stand how, and how many nobody has answered', () => {
  expect(countStates(lines)).toEqual([
    { state: 'belowTarget', projects: 1, unanswered: 0 },
    { state: 'atRisk', projects: 2, unanswered: 1 },
    { state: 'unknown', projects: 1, unanswered: 0 },
    { state: 'healthy', projects: 0, unanswered: 0 },
  ]);
});
