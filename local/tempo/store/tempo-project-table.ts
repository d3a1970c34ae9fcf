import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { uuidOf } from '../financials/ids';
import { GENERAL_ACCESSES, PROJECT_STATUSES, PROJECT_TYPES, SYNC_SCHEDULES, type ProjectScope, type TempoProject, type TempoProjectContent } from '../financials/model';

const content = z.object({
  name: z.string(),
  ownerId: z.string(),
  status: z.enum(PROJECT_STATUSES),
  type: z.enum(PROJECT_TYPES),
  currency: z.string(),
  isFixedPrice: z.boolean(),
  isTrackingRevenue: z.boolean(),
  isUsingAccountRates: z.boolean(),
  isUsingGlobalCostRates: z.boolean(),
  defaultCostRate: z.optional(z.int()),
  defaultBillingRate: z.optional(z.int()),
  budget: z.optional(z.int()),
  generalAccess: z.enum(GENERAL_ACCESSES),
  tags: z.array(z.string()),
  scope: z.discriminatedUnion('type', [
    z.object({ type: z.literal('JIRA_PROJECTS'), jiraProjectIds: z.array(z.string()) }),
    z.object({
      type: z.enum(['FILTER', 'STRUCTURE', 'EPICS']),
      reference: z.string(),
      title: z.string(),
      finds: z.array(z.string()),
      issueIds: z.array(z.string()),
      syncedAt: z.string(),
      schedule: z.enum(SYNC_SCHEDULES),
    }),
  ]),
  timeframe: z.optional(z.object({ startDate: z.string(), endDate: z.string() })),
  roles: z.record(z.string(), z.int()),
});
const row = z.object({ id: z.string(), content: z.string() });

function projectOf(value: unknown): TempoProject {
  const { id, content: text } = row.parse(value);
  return { ...content.parse(JSON.parse(text)), id };
}

type SourceScope = Exclude<ProjectScope, { type: 'JIRA_PROJECTS' }>;
/** A source is synchronised at the making unless it says when it was. */
type NewScope = Exclude<ProjectScope, SourceScope> | (Omit<SourceScope, 'syncedAt'> & { readonly syncedAt?: string });

export type NewProject = Pick<TempoProjectContent, 'name' | 'ownerId'> & Partial<Omit<TempoProjectContent, 'scope'>> & { readonly scope: NewScope };

/** Projects of Financial Manager, which are not those of Jira. */
export class TempoProjectTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Under way, in złoty, open to everybody with access, tracking revenue by rates of its own, unless said otherwise. */
  create({ scope, ...project }: NewProject): TempoProject {
    const made: TempoProjectContent = {
      status: 'IN_PROGRESS', type: 'MONETARY_BASED', currency: 'PLN', isFixedPrice: false, isTrackingRevenue: true, isUsingAccountRates: false,
      isUsingGlobalCostRates: false, generalAccess: 'USERS_WITH_APP_ACCESS', tags: [], roles: {}, ...project,
      scope: scope.type === 'JIRA_PROJECTS' ? scope : { syncedAt: this.clock.now().toISOString(), ...scope },
    };
    const id = uuidOf('project', String(this.all().length + 1));
    this.database.prepare('INSERT INTO tempo_project (id, content) VALUES (?, ?)').run(id, JSON.stringify(made));
    return { ...made, id };
  }

  find(id: string): TempoProject | undefined {
    const found: unknown = this.database.prepare('SELECT id, content FROM tempo_project WHERE id = ?').get(id);
    return found === undefined ? undefined : projectOf(found);
  }

  /** As they were made. */
  all(): TempoProject[] {
    return this.database.prepare('SELECT id, content FROM tempo_project ORDER BY number').all().map(projectOf);
  }

  /** Puts what is given in the place of what was; undefined takes it away. */
  change({ id, ...before }: TempoProject, changes: Partial<TempoProjectContent>): TempoProject {
    const after = { ...before, ...changes };
    this.database.prepare('UPDATE tempo_project SET content = ? WHERE id = ?').run(JSON.stringify(after), id);
    return { ...after, id };
  }
}
