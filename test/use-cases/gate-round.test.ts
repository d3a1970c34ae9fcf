import { issueId, projectId, versionId } from '../../src/domain/fixture/values';
import { createGateEvent } from '../../src/handlers/gate-event';
import { createGateVersionEvent } from '../../src/handlers/gate-version-event';
import { createValidateDelivery } from '../../src/handlers/validate-delivery';
import { lookAfterGates } from '../../src/use-cases/gate/look-after-gates';
import { readGate } from '../../src/use-cases/gate/read-gate';
import { readGuard } from '../../src/use-cases/gate/read-guard';
import { readHistory } from '../../src/use-cases/gate/read-history';
import { company, type MemoryWorld } from '../world/memory-world';
import { decide, request, requestVersion } from './gate-steps';
import { asManager, openPlannedProject } from './planned-project';

const version = versionId('30001');
const guard = { workflow: 'Software', transition: 'Deliver', requirement: 'goOnly', toStatus: 'done' } as const;
const shown = { workflow: 'Software', transition: 'Deliver', requirement: 'goOnly' };

let memory: MemoryWorld;
beforeEach(async () => {
  memory = await openPlannedProject();
  memory.jira.versions.set(version, { id: version, projectId: company.project, name: '1.0', releasesOn: null, state: 'open' });
});

const manager = () => memory.as(company.accountManager);
const opens = async (key = 'ALFA-1'): Promise<boolean> => (await createValidateDelivery(() => memory.as())({ issue: { key }, configuration: { requirement: 'goOnly' } })).result;
const changed = (...fields: readonly string[]): Promise<void> => createGateEvent(() => memory.as())({ issue: { id: company.issue }, changelog: { items: fields.map((field) => ({ field })) } });
const deleted = (): Promise<void> => createGateEvent(() => memory.as())({ eventType: 'avi:jira:deleted:issue', issue: { id: company.issue } });
const versionChanged = (id: string | number = version): Promise<void> => createGateVersionEvent(() => memory.as())({ version: { id } });
const events = async () => (await readHistory(manager(), asManager, { before: null })).events.map(({ event }) => event);
const guardOf = () => readGuard(manager(), asManager);
const guardIs = (guarded: readonly object[]): void => void Object.assign(memory, { guarded });

describe('an issue that is moved to another project', () => {
  const move = async (to = company.otherProject, key = 'BETA-7'): Promise<void> => {
    memory.jira.change(company.issue, { projectId: to, key });
    await changed('project', 'Key');
  };

  it('takes no go along, and finds none when it comes back', async () => {
    await decide(memory, await request(memory));
    await move();
    expect(await opens('BETA-7')).toBe(false);
    await move(company.project, 'ALFA-1');
    expect(await opens()).toBe(false);
    expect((await readGate(manager(), asManager)).decided[0]?.aftermath).toMatchObject({ state: 'lapsed', lapse: 'moved' });
    expect(memory.bulletins.properties.get(company.issue)).toMatchObject({ state: 'lapsed' });
    await decide(memory, await request(memory));
    expect(await opens()).toBe(true);
  });

  it('takes its request along: nobody is left waiting for a decision that nobody can make', async () => {
    await request(memory);
    await move();
    expect((await readGate(manager(), asManager)).waiting).toEqual([]);
    expect(memory.bulletins.properties.has(company.issue)).toBe(false);
    expect(await events()).toContain('gate.left');
  });

  it('twice, or without ever having been asked for, writes nothing more', async () => {
    await move();
    expect(await events()).not.toContain('gate.left');
    await move(company.project, 'ALFA-1');
    await decide(memory, await request(memory));
    await move();
    const { writes } = memory.storage;
    await changed('project');
    expect(memory.storage.writes - writes).toBeLessThanOrEqual(1);
  });
});

it('withdraws the request for what was deleted', async () => {
  await request(memory);
  memory.jira.issues.delete(company.issue);
  await deleted();
  expect((await readGate(manager(), asManager)).waiting).toEqual([]);
  const other = await requestVersion(memory, version);
  memory.jira.versions.delete(version);
  await versionChanged();
  expect((await manager().gate.review(other))?.state).toBe('withdrawn');
});

describe('an issue that stands behind the gate without a go', () => {
  beforeEach(async () => {
    guardIs([guard]);
    await guardOf();
    memory.jira.change(company.issue, { status: 'done' });
  });

  it.each(['status', 'issuetype', 'project'])('is told of once when its %s changed', async (field) => {
    await changed(field);
    await changed(field);
    expect((await guardOf()).bypassed).toMatchObject([{ deliverable: 'ALFA-1' }]);
    expect(memory.bulletins.comments).toMatchObject([{ issueId: company.issue, mentions: [company.accountManager] }]);
    expect((await events()).filter((event) => event === 'gate.bypassed')).toHaveLength(1);
  });

  it('is settled by a decision', async () => {
    await changed('status');
    memory.clock.advance(60);
    await decide(memory, await request(memory));
    expect((await guardOf()).bypassed).toEqual([]);
  });

  it('is not told of where it has a go, where the gate no longer stands, or elsewhere', async () => {
    memory.jira.change(company.issue, { status: 'inProgress' });
    await changed('status');
    memory.jira.change(company.issue, { status: 'done' });
    guardIs([]);
    await guardOf();
    await changed('status');
    guardIs([guard]);
    await guardOf();
    await decide(memory, await request(memory));
    await changed('status');
    expect((await guardOf()).bypassed).toEqual([]);
  });
});

describe('a version that is released', () => {
  const release = async (): Promise<void> => {
    memory.jira.versions.set(version, { id: version, projectId: company.project, name: '1.0', releasesOn: null, state: 'released' });
    await versionChanged();
  };

  it('without a go is told of', async () => {
    await release();
    expect((await guardOf()).bypassed).toMatchObject([{ deliverable: '1.0' }]);
  });

  it('with a go is not', async () => {
    await decide(memory, await requestVersion(memory, version));
    await release();
    expect((await guardOf()).bypassed).toEqual([]);
  });

  it('in a project that nobody looks after is not, and neither is one that an event only claims', async () => {
    const other = versionId('30002');
    memory.jira.versions.set(other, { id: other, projectId: projectId('10002'), name: '2.0', releasesOn: null, state: 'released' });
    await versionChanged(other);
    await versionChanged();
    await versionChanged('../1');
    expect(memory.storage.audit.all().filter(({ record }) => record.event === 'gate.bypassed')).toEqual([]);
  });
});

describe('the rule', () => {
  it('is known where it stands, and where it stood', async () => {
    const nothing = { guarded: [], removed: [], bypassed: [] };
    expect(await guardOf()).toEqual(nothing);
    guardIs([guard]);
    expect(await guardOf()).toEqual({ ...nothing, guarded: [shown] });
    guardIs([]);
    expect(await guardOf()).toEqual({ ...nothing, removed: [shown] });
    expect(await guardOf()).toEqual({ ...nothing, removed: [shown] });
    expect((await events()).filter((event) => event === 'gate.unguarded')).toHaveLength(1);
    guardIs([guard]);
    expect(await guardOf()).toEqual({ ...nothing, guarded: [shown] });
  });

  it('is looked at by itself once a day', async () => {
    await request(memory);
    guardIs([guard]);
    await lookAfterGates(memory.as());
    guardIs([]);
    await lookAfterGates(memory.as());
    expect(await events()).not.toContain('gate.unguarded');
    memory.clock.advance(86_401);
    await lookAfterGates(memory.as());
    expect(await events()).toContain('gate.unguarded');
  });
});

it('believes nothing of an event but the id', async () => {
  await decide(memory, await request(memory));
  await createGateEvent(() => memory.as())({ issue: { id: company.issue, fields: { project: { id: '10002' }, status: { id: 'done' } } }, changelog: { items: [{ field: 'project' }] } });
  await createGateEvent(() => memory.as())({ eventType: 'avi:jira:deleted:issue', issue: { id: issueId('20001') } });
  await createGateVersionEvent(() => memory.as())(null);
  expect(await opens()).toBe(true);
});
