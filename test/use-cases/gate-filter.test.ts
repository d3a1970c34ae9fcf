import { day, versionId } from '../../src/domain/fixture/values';
import { createGateFilter } from '../../src/handlers/gate-filter';
import { lookAfterGates } from '../../src/use-cases/gate/look-after-gates';
import { company, type MemoryWorld } from '../world/memory-world';
import { decide, request, requestVersion } from './gate-steps';
import { openPlannedProject, publish } from './planned-project';

const version = versionId('30001');

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  memory.jira.versions.set(version, { id: version, projectId: company.project, name: '1.0', releasesOn: null, state: 'open' });
});

const ask = (state: unknown, operator = 'in') => createGateFilter(() => memory.as())({ clause: { field: 'issue', operator, arguments: [state] } });

it('finds issues and versions by the state of their gate', async () => {
  expect(await ask('waiting')).toEqual({ jql: 'project is EMPTY' });
  expect(await ask('waiting', 'not in')).toEqual({ jql: 'project is not EMPTY' });
  await request(memory);
  await requestVersion(memory, version);
  expect(await ask('Waiting')).toEqual({ jql: 'issue in (20001) OR fixVersion in (30001)' });
  expect(await ask('waiting', 'not in')).toEqual({ jql: 'issue not in (20001) AND (fixVersion not in (30001) OR fixVersion is EMPTY)' });
});

it('does not read what anybody can write on the issue', async () => {
  await request(memory);
  await memory.bulletins.port().setGateProperty(company.issue, { state: 'go', validUntil: null });
  expect(await ask('go')).toEqual({ jql: 'project is EMPTY' });
});

it.each([['nonsense'], [''], ['go") OR project = X OR ("'], [7]])('answers %p with an error that names the states', async (state) => {
  expect(await ask(state)).toEqual({ error: expect.stringMatching(/waiting|states/) });
});

it('keeps to itself what went wrong', async () => {
  const broken = { ...memory.as(), gate: { ...memory.as().gate, told: async () => Promise.reject(new Error('secret')) } };
  expect(await createGateFilter(() => broken)({ clause: { operator: 'in', arguments: ['go'] } })).toEqual({ error: expect.not.stringContaining('secret') });
});

describe('what Jira keeps in people’s filters', () => {
  beforeEach(() => {
    for (const state of ['waiting', 'go', 'lapsed']) memory.filters.save(state, { isNegated: false, arguments: [state] }, { jql: 'project is EMPTY' });
    memory.filters.save('wrong', { isNegated: false, arguments: ['nonsense'] }, { error: 'as before' });
  });
  const finds = (...states: readonly string[]) => states.map((state) => memory.filters.saidBy(state));
  const one = { jql: 'issue in (20001)' };
  const none = { jql: 'project is EMPTY' };

  it('follows each change of a gate', async () => {
    const reviewId = await request(memory);
    expect(finds('waiting', 'go')).toEqual([one, none]);
    await decide(memory, reviewId, { validUntil: day('2026-03-30') });
    expect(finds('waiting', 'go')).toEqual([none, one]);
    await publish(memory, []);
    await lookAfterGates(memory.as());
    expect(finds('go', 'lapsed')).toEqual([none, one]);
  });

  it('is left alone where nothing differs', async () => {
    await request(memory);
    const { kept } = memory.filters;
    await lookAfterGates(memory.as());
    expect(memory.filters.kept).toBe(kept);
  });

  it('takes nothing back when it cannot be told, and is told in the hour', async () => {
    const told = memory.filters.port();
    const telling = jest.spyOn(memory.filters, 'port').mockReturnValue({ kept: async () => Promise.reject(new Error('down')), keep: told.keep });
    await request(memory);
    expect(finds('waiting')).toEqual([none]);
    telling.mockReturnValue(told);
    await lookAfterGates(memory.as());
    expect(finds('waiting')).toEqual([one]);
  });
});
