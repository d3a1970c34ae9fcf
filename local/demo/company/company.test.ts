import { addDays } from '../../plain-date';
import { isWorkingDay, morning, workingDay } from './days';
import { deals, stages, type DealName, type DemoDeal } from './deals';
import { draftOf, guidelines } from './guidelines';
import { clientFiles, dealFiles } from './client-files';
import { clientProfiles } from './client-profiles';
import { clients } from './clients';
import { contactRoles, contacts, superiors, type ContactName, type DemoContact } from './contacts';
import { dealDetails } from './deal-details';
import { entriesOf } from './entries';
import { everyone, people, type PersonName } from './people';
import { plans } from './plans';
import type { DemoProject } from './project';
import { everyProject, projects, type ProjectName } from './projects';
import { reviews } from './reviews';

const today = '2026-03-02';
/** Starts on every day of thirteen months, leap day, Easter and year's end among them. */
const todays = Array.from({ length: 400 }, (_, day) => addDays('2027-12-01', day));
const everyDeal: readonly DemoDeal[] = Object.values(deals);
const isProjectName = (name: string): name is ProjectName => Object.hasOwn(projects, name);
const published = Object.keys(projects)
  .filter(isProjectName)
  .flatMap((name) => (guidelines[name] ?? []).map((version) => ({ name, project: projects[name], version })));
const issuesOf = (project: DemoProject) => project.epics.flatMap(({ issues }) => issues);
const membersOf = (project: DemoProject): readonly PersonName[] => [project.productOwner, project.projectManager, ...project.team];

describe('days', () => {
  it.each([
    ['2026-03-06', 0, '2026-03-06'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-04-03', 1, '2026-04-07'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-03-09', -1, '2026-03-09'],
  ])('counts %s and %i days to the working day %s', (from, offset, expected) => {
    expect(workingDay(from, offset)).toBe(expected);
  });

  it('puts what has happened before today, whatever day it is', () => {
    expect(todays.filter((day) => morning(day, -1).slice(0, 10) >= day)).toEqual([]);
  });
});

describe('guidelines', () => {
  it('are written for five projects or more, and for one in three versions', () => {
    expect(new Set(published.map(({ name }) => name)).size).toBeGreaterThanOrEqual(5);
    expect(guidelines.portal).toHaveLength(3);
    expect(guidelines.files).toBeUndefined();
  });

  it('have their milestones on working days within the schedule, at any start', () => {
    const misplaced = todays.flatMap((day) =>
      published.flatMap(({ version }) => {
        const { schedule, staffing } = draftOf(version, day, null);
        return [
          ...schedule.milestones.filter(({ date }) => !isWorkingDay(date) || date < schedule.start || date > schedule.end),
          ...staffing.filter(({ from, to }) => from >= to),
        ];
      }),
    );
    expect(misplaced).toEqual([]);
  });

  it('name people who work in the project', () => {
    for (const { project, version } of published) {
      for (const { person } of version.staffing) if (person !== undefined) expect(membersOf(project)).toContain(person);
    }
  });

  it('give the second deal lines only where there is one', () => {
    for (const { project, version } of published) {
      if (version.staffing.some((line) => line.ofSecondDeal)) expect(project.deals.length).toBeGreaterThan(1);
    }
  });
});

describe('deals', () => {
  it('stand in every stage', () => {
    expect(new Set(everyDeal.map(({ path }) => path.at(-1)?.[0]))).toEqual(new Set(stages.map(({ apiName }) => apiName)));
  });

  it('belong to one project at most, and linked ones stand in four of the five stages', () => {
    const linked = everyProject.flatMap((project) => project.deals);
    expect(new Set(linked).size).toBe(linked.length);
    const stageOf = new Map<string, string>(stages.map(({ apiName, mappedTo }) => [apiName, mappedTo]));
    const standings = new Set(linked.map((name) => stageOf.get(deals[name].path.at(-1)?.[0] ?? '')));
    expect(standings).toEqual(new Set(['negotiation', 'internallyWon', 'won', 'lost']));
  });

  it.each(everyDeal.map((deal) => [deal.name, deal] as const))('%s went its way before today', (_, { path, closes }) => {
    const days = path.map(([, day]) => day);
    expect([...days].sort((a, b) => a - b)).toEqual(days);
    expect(days.every((day) => day < 0)).toBe(true);
    const isClosed = path.at(-1)?.[0].startsWith('Closed') === true;
    expect(closes < 0).toBe(isClosed);
  });

  it('close over four quarters around today', () => {
    const quarters = new Set(everyDeal.map(({ closes }) => `${workingDay(today, closes).slice(0, 4)}-${Math.ceil(Number(workingDay(today, closes).slice(5, 7)) / 3)}`));
    expect(quarters.size).toBeGreaterThanOrEqual(4);
  });

  it('are of as many clients as there are', () => {
    expect(new Set(everyDeal.map(({ client }) => client))).toEqual(new Set(Object.keys(clients)));
  });
});

describe('client files', () => {
  const people = entriesOf<ContactName, DemoContact>(contacts);
  const files = [...Object.values(clientFiles), ...Object.values(dealFiles)].flat();

  it('name two to five people at each client, under one address each', () => {
    for (const client of Object.keys(clients)) {
      const count = people.filter(([, contact]) => contact.client === client).length;
      expect([client, count >= 2 && count <= 5]).toEqual([client, true]);
    }
    const emails = people.map(([, { email }]) => email).filter((email) => email !== undefined);
    expect(new Set(emails).size).toBe(emails.length);
    for (const email of emails) expect(email).toMatch(/^[a-z]+\.[a-z]+@[a-z-]+\.example$/);
  });

  it('have people report to somebody at the same client who is named before them', () => {
    const order = people.map(([name]) => name);
    for (const [name] of people) {
      const superior = superiors[name];
      if (superior === undefined) continue;
      expect(contacts[superior].client).toBe(contacts[name].client);
      expect(order.indexOf(superior)).toBeLessThan(order.indexOf(name));
    }
  });

  it('give roles to people of the deal\'s client, one of them primary at most', () => {
    for (const [name, deal] of entriesOf<DealName, DemoDeal>(deals)) {
      const roles = contactRoles[name] ?? [];
      for (const { contact } of roles) expect(contacts[contact].client).toBe(deal.client);
      expect(roles.filter(({ primary }) => primary).length).toBeLessThanOrEqual(1);
    }
  });

  it('leave gaps: a deal under way without anybody who decides, one without anybody, and a role of somebody who has left', () => {
    const decides = 'Decision Maker';
    expect(contactRoles.portalMobile?.some(({ role }) => role?.includes(decides))).toBe(false);
    expect(contactRoles.portal?.some(({ role }) => role?.includes(decides))).toBe(true);
    expect(contactRoles.tracking).toBeUndefined();
    const gone = people.filter(([, { left }]) => left).map(([name]) => name);
    expect(gone).toHaveLength(1);
    expect(Object.values(contactRoles).flat().some(({ contact }) => gone.includes(contact))).toBe(true);
  });

  it('have papers for some clients, drafts for others, and gaps', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.some(({ title }) => title.includes('draft'))).toBe(true);
    expect(files.some(({ versions }) => versions.length > 1)).toBe(true);
    expect(clientFiles.stalmet?.some(({ title }) => title.startsWith('Umowa'))).toBe(false);
    for (const list of [...Object.values(clientFiles), ...Object.values(dealFiles)]) expect(new Set(list.map(({ title }) => title)).size).toBe(list.length);
  });

  it('were written before today, each version after the one before', () => {
    for (const { versions } of files) {
      const days = versions.map(([day]) => day);
      expect(days.every((day) => day < 0)).toBe(true);
      expect([...days].sort((a, b) => a - b)).toEqual(days);
    }
    for (const { checked } of [...Object.values(clientProfiles), ...people.map(([, contact]) => contact)]) expect(checked).toBeLessThan(0);
    for (const { lastActivity = -1 } of Object.values(dealDetails)) expect(lastActivity).toBeLessThan(0);
  });

  it('are partly stale: some fields have not been looked after for a year, some are missing', () => {
    expect(Object.values(clientProfiles).some(({ checked }) => checked < -360)).toBe(true);
    expect(Object.values(clientProfiles).some(({ website }) => website === undefined)).toBe(true);
    expect(people.some(([, { email }]) => email === undefined)).toBe(true);
  });
});

describe('projects', () => {
  it('are guarded by the gate in five cases', () => {
    expect(everyProject.filter(({ gate }) => gate)).toHaveLength(5);
  });

  it.each(everyProject.map((project) => [project.key, project] as const))('%s holds together', (_, project) => {
    const issues = issuesOf(project);
    const numbers = issues.map((_issue, index) => index + 1);
    expect(issues.length + project.epics.length).toBeGreaterThanOrEqual(14);
    expect(new Set(issues.map(({ summary }) => summary)).size).toBe(issues.length);
    for (const { assignee } of issues) if (assignee !== undefined) expect(membersOf(project)).toContain(assignee);
    for (const { version } of project.epics) if (version !== undefined) expect(project.versions[version]).toBeDefined();
    for (const pair of project.blockers) expect(numbers).toEqual(expect.arrayContaining([...pair]));
    for (const number of Object.keys(project.descriptions)) expect(numbers).toContain(Number(number));
    for (const { issue, by, day } of project.comments) {
      expect(numbers).toContain(issue);
      expect([...membersOf(project), project.accountManager]).toContain(by);
      expect(day).toBeLessThan(0);
    }
    // The account manager manages no tasks.
    expect(membersOf(project)).not.toContain(project.accountManager);
  });

  it('never leave finished work due in the future', () => {
    for (const { status, due } of everyProject.flatMap(issuesOf)) if (status === 'done') expect(due).toBeLessThan(0);
  });
});

describe('reviews', () => {
  it.each(reviews.map((review) => [review.issueKey, review] as const))('%s is a deliverable in review of a guarded project', (issueKey, { project }) => {
    const { key, gate } = projects[project];
    const number = Number(issueKey.slice(key.length + 1));
    expect(issueKey.startsWith(`${key}-`)).toBe(true);
    expect(gate).toBe(true);
    expect(issuesOf(projects[project])[number - 1]?.status).toBe('inReview');
  });

  it('wait, go and do not go', () => {
    expect(new Set(reviews.map(({ decision }) => decision?.verdict.kind))).toEqual(new Set([undefined, 'go', 'conditionalGo', 'noGo']));
  });
});

describe('plans and people', () => {
  it('plan somebody for more than the day has', () => {
    const hours = new Map<string, number>();
    for (const { person, from, to, hours: perDay } of plans) if (from <= 8 && to >= 8) hours.set(person, (hours.get(person) ?? 0) + perDay);
    expect([...hours].some(([, perDay]) => perDay > 8)).toBe(true);
  });

  it('plan people on projects they work in', () => {
    for (const { person, on } of plans) {
      if ('project' in on && people[person].active) expect(membersOf(projects[on.project])).toContain(person);
    }
  });

  it('call everybody by one name and address', () => {
    for (const field of ['accountId', 'name', 'email'] as const) expect(new Set(everyone.map((person) => person[field])).size).toBe(everyone.length);
    for (const { email } of everyone) expect(email).toMatch(/^[a-z]+\.[a-z]+@[a-z-]+\.example$/);
  });
});
