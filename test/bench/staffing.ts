import { entityNames, keys } from '../../src/adapters/forge/records';
import { addDays, addSeconds, dayAt, instantOf, mondayOf } from '../../src/domain/calendar';
import { accountId, dealId, lineId, projectId } from '../../src/domain/fixture/values';
import type { AccountId } from '../../src/domain/ids';
import { capacityOf, type PersonCapacity } from '../../src/domain/staffing/capacity';
import { lastDayOf, type ProjectStaffing } from '../../src/domain/staffing/project-staffing';
import { weeksAhead } from '../../src/domain/staffing/weeks';
import { laneOf } from '../../src/domain/sync-order';
import { capacityId, capacityList } from '../../src/use-cases/staffing/read-board';
import { staffingId, staffingLists } from '../../src/use-cases/staffing/note-staffing';
import type { Filed } from '../../src/ports/filed-records';
import { softwareWorkflowId } from '../../local/jira/software-workflow';
import { openCompany, type BenchCompany } from './company';
import type { Figure, Measurement } from './measurement';
import { median } from './median';

const projects = 5_000;
/** Those of them that need anybody from today on. */
const live = 500;
const people = 300;
const linesInProject = 4;
const roles = Array.from({ length: 20 }, (_, at) => `Role ${at}`);
const openings = 10;

/**
 * The view of staffing in a company of 5,000 projects, of which 500 need somebody from today on, a tenth of them in negotiation, and
 * 300 people, for somebody who sees every project: reads of storage, time of a warm function and size of its answer; and the hourly
 * run, which has nobody's time to read and weighs every negotiation. At last the same where all 5,000 need somebody, opened once.
 */
export const staffing: Measurement = {
  name: 'staffing',
  isLong: true,
  async run() {
    const company = await openCompany();
    try {
      fill(company, live);
      const { host } = company.site;
      let bytes = 0;
      const read = async (): Promise<void> => {
        bytes = Buffer.byteLength(JSON.stringify(await company.call('portfolio', 'staffing.read')));
      };
      await read();
      const before = new Set(host.invocations());
      for (let count = 0; count < openings; count += 1) await read();
      const opened = host.invocations().filter((record) => !before.has(record));
      const known = new Set(host.invocations());
      await host.runSchedule('margins');
      await host.idle();
      const weighed = host.invocations().filter((record) => !known.has(record) && record.functionKey === 'look-after-margins');
      const answer = bytes;
      fill(company, projects);
      const counted = new Set(host.invocations());
      await read();
      const [all] = host.invocations().filter((record) => !counted.has(record));
      const times = opened.map(({ durationMilliseconds }) => durationMilliseconds);
      const most = (count: (record: (typeof opened)[number]) => number): number => Math.max(...opened.map(count));
      const figures: Figure[] = [
        { name: 'staffing: storage reads', measured: most(({ storage }) => storage.reads), unit: '' },
        { name: 'staffing: bytes read', measured: most(({ storage }) => storage.bytesRead), unit: 'B' },
        { name: 'staffing: Jira REST calls', measured: most(({ jiraCalls }) => jiraCalls), unit: '' },
        { name: 'staffing: calls to other systems', measured: most(({ egressCalls }) => egressCalls), unit: '', limit: 0 },
        { name: 'staffing: answer', measured: answer, unit: 'B', limit: 5_000_000 },
        { name: 'staffing: warm, median', measured: median(times), unit: 'ms', limit: 25_000 },
        { name: 'staffing: warm, worst', measured: Math.max(...times), unit: 'ms', limit: 25_000 },
        { name: 'staffing: hourly run', measured: Math.max(...weighed.map(({ durationMilliseconds }) => durationMilliseconds)), unit: 'ms', limit: 300_000 },
        { name: 'staffing: hourly run, storage reads', measured: weighed.reduce((sum, { storage }) => sum + storage.reads, 0), unit: '' },
        { name: 'staffing: hourly run, storage writes', measured: weighed.reduce((sum, { storage }) => sum + storage.writes, 0), unit: '' },
      ];
      if (all !== undefined) {
        figures.push(
          { name: 'staffing: all 5,000 to come: storage reads', measured: all.storage.reads, unit: '' },
          { name: 'staffing: all 5,000 to come: bytes read', measured: all.storage.bytesRead, unit: 'B' },
          { name: 'staffing: all 5,000 to come: answer', measured: bytes, unit: 'B', limit: 5_000_000 },
          { name: 'staffing: all 5,000 to come: warm', measured: all.durationMilliseconds, unit: 'ms', limit: 25_000 },
        );
      }
      return figures;
    } finally {
      await company.close();
    }
  },
};

const person = (at: number): AccountId => accountId(`bench:${at}`);
const roleOf = (at: number): string => roles[at % roles.length] ?? '';

/** @param needed so many of the projects have their lines before them, the others behind them. */
function fill({ data, site }: BenchCompany, needed: number): void {
  const now = instantOf(new Date());
  const today = dayAt(now, 'Europe/Warsaw');
  const monday = mondayOf(today);
  const schedule = Array.from({ length: weeksAhead * 7 }, (_, at) => ({ day: addDays(monday, at), seconds: at % 7 < 5 ? 28_800 : 0 }));
  const weeks = capacityOf(monday, schedule, new Map());
  data.fill((put) => {
    const file = <Content>(kind: string, filed: Filed<Content>): void =>
      put(entityNames.filed, keys.filed(kind, filed.owner, filed.id), { file: `${kind}:${filed.owner}`, list: `${kind}:${filed.list}`, at: filed.at, revision: filed.revision, content: filed });
    for (let at = 0; at < people; at += 1) {
      const content: PersonCapacity = { accountId: person(at), checkedAt: now, nextAt: addSeconds(now, 86_000), readAt: now, failure: null, from: monday, weeks };
      file('capacity', { owner: content.accountId, id: capacityId, list: capacityList, at: now, revision: 1, content });
    }
    for (let number = 0; number < projects; number += 1) {
      const content = projectStaffing(number, number < needed ? today : addDays(today, -200));
      file('staffing', { owner: content.projectId, id: staffingId, list: staffingLists[laneOf(content.projectId, staffingLists.length)] ?? '', at: lastDayOf(content.lines) ?? '', revision: 1, content });
    }
  });
  if (needed < projects) for (let number = 0; number < projects; number += 1) {
    const { projectId: id, project } = projectStaffing(number, today);
    if (project !== null) site.jira.store.seed.createProject({ id, key: project.key, name: project.name, leadAccountId: site.jira.store.people.all()[0]?.accountId ?? '', workflowId: softwareWorkflowId });
  }
}

/** Every tenth project is in negotiation, the others are sold and name their people for little time each. */
function projectStaffing(number: number, today: ReturnType<typeof dayAt>): ProjectStaffing {
  const id = projectId(String(200_000 + number));
  const deal = dealId(10_000 + number);
  const isNegotiated = number % 10 === 0;
  return {
    projectId: id,
    project: { key: `B${number}`, name: `Project ${number}` },
    deals: [{ id: deal, name: `Deal ${number}`, stageName: isNegotiated ? 'Negocjacje' : 'Wygrana', reprieve: null, probability: 50, amount: null }],
    lines: Array.from({ length: linesInProject }, (_, at) => {
      const who = (number * linesInProject + at) % people;
      return {
        projectId: id, lineId: lineId(`line${at}`), dealId: deal, role: roleOf(who), person: isNegotiated ? null : { accountId: person(who), name: `Person ${who}` },
        from: addDays(today, number % 60), to: addDays(today, 70 + (number % 60)), minutesPerDay: isNegotiated ? 120 : 15,
      };
    }),
    risks: [],
  };
}
