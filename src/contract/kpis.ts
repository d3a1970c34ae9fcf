import * as z from 'zod/mini';
import { documentRequirements } from '../domain/document-rules';
import { mostSalesGoals } from '../domain/kpi/goals';
import { drillDowns } from '../domain/kpi/drill-down';
import { prospects } from '../domain/kpi/outlook';
import { openStages } from '../domain/kpi/pipeline';
import { isKpiOwner, type KpiOwner } from '../domain/kpi/part';
import { isPeriod, isQuarter, type Period, type Quarter } from '../domain/kpi/quarter';
import { whenFirstUsed } from '../domain/when-first-used';
import { margin, maybeTotal, total } from './margin';
import { operation } from './operation';
import { accountId, amount, client, currency, dealId, dealStage, money, person, plainDate, projectId } from './values';

const quarter = whenFirstUsed((): z.ZodMiniType<Quarter> => z.custom<Quarter>((value) => typeof value === 'string' && isQuarter(value)));
const period = whenFirstUsed((): z.ZodMiniType<Period> => z.custom<Period>((value) => typeof value === 'string' && isPeriod(value)));
const owner = whenFirstUsed((): z.ZodMiniType<KpiOwner> => z.custom<KpiOwner>((value) => typeof value === 'string' && isKpiOwner(value)));
const revision = whenFirstUsed(() => z.int().check(z.minimum(0)));
const percent = whenFirstUsed(() => z.int().check(z.minimum(0), z.maximum(100)));

const subject = whenFirstUsed(() => z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('team') }),
  z.strictObject({ kind: z.literal('manager'), manager: z.nullable(accountId()) }),
]));
/** Whose figures; null is the caller's own, or the team's where they have none and see the portfolio. */
const asked = whenFirstUsed(() => z.nullable(subject()));

const gaps = whenFirstUsed(() => z.array(z.strictObject({ kind: z.enum(['otherCurrency', 'revenueUnknown', 'costUnknown', 'unread', 'mixedCurrencies', 'planUnknown', 'wonWithoutAmount', 'documentsUnknown', 'relationUnknown']), count: z.int() })));
const others = whenFirstUsed(() => z.array(z.strictObject({ currency: currency(), amount: total() })));
const share = whenFirstUsed(() => z.nullable(z.int()));

const quarterKpis = whenFirstUsed(() => z.strictObject({
  quarter: quarter(),
  /** The target is the sum of so many account managers' goals. */
  revenue: z.strictObject({ amount: total(), target: total(), managers: z.int(), others: others(), gaps: gaps() }),
  margin: z.strictObject({ margin: margin(), target: percent(), gaps: gaps() }),
  upsell: z.strictObject({ share: share(), amount: total(), of: total(), target: percent(), gaps: gaps() }),
  returning: z.strictObject({ clients: z.int(), of: z.int() }),
  growth: z.strictObject({ basisPoints: share(), before: total(), grown: z.int(), of: z.int(), gaps: gaps() }),
  documents: z.strictObject({ complete: z.int(), of: z.int(), gaps: gaps() }),
  relation: z.strictObject({ documented: z.int(), of: z.int(), gaps: gaps() }),
  sales: z.strictObject({ won: total(), deals: z.int(), goal: maybeTotal(), others: others(), gaps: gaps() }),
}));

const outlook = whenFirstUsed(() => z.strictObject({
  /** Whether the goal is reached, will be with what is planned, would be if every deal in negotiation were won, or will not; null without a goal. */
  prospect: z.nullable(z.enum(prospects)),
  earned: total(),
  planned: total(),
  tentative: total(),
  expected: total(),
  goal: total(),
  missing: total(),
  margin: margin(),
  targetMargin: percent(),
  gaps: gaps(),
}));

const targets = whenFirstUsed(() => z.strictObject({ revenue: amount(), margin: percent(), upsell: percent() }));
const salesGoals = whenFirstUsed(() => z.array(z.strictObject({ quarter: quarter(), goals: z.array(z.strictObject({ manager: accountId(), amount: amount() })) })));
const goals = whenFirstUsed(() => z.strictObject({ revision: revision(), targets: targets(), sales: salesGoals() }));

/** Null stands for deals and projects that nobody published guidelines for. */
const manager = whenFirstUsed(() => z.nullable(person()));

const kpis = whenFirstUsed(() => z.strictObject({
  today: plainDate(),
  quarter: quarter(),
  subject: subject(),
  /** Who is meant; null for the team and for nobody. */
  manager: manager(),
  seesPortfolio: z.boolean(),
  /** The last four quarters and this one. */
  quarters: z.array(quarterKpis()),
  /** How this quarter will end, by what is earned and planned. */
  outlook: outlook(),
  /** This quarter's figures of each account manager; empty for who sees their own only. */
  managers: z.array(z.strictObject({ manager: manager(), kpis: quarterKpis() })),
  goals: goals(),
}));

/** The figures of this quarter beside the last four. `forbidden` for others' without seeing the portfolio. */
export const readKpis = operation({ name: 'kpis.read', policy: 'ownProjects', place: 'site', request: () => z.strictObject({ of: asked() }), answer: kpis });

/** Targets of all, and sales goals of one quarter; what is null is taken back. `conflict` when somebody else changed them meanwhile. */
export const setGoals = operation({
  name: 'kpis.setGoals',
  policy: 'seePortfolio',
  place: 'site',
  request: () => z.strictObject({
    revision: revision(),
    targets: targets(),
    quarter: quarter(),
    sales: z.array(z.strictObject({ manager: accountId(), amount: z.nullable(amount()) })).check(z.maxLength(mostSalesGoals)),
  }),
  answer: goals,
});

const pipelineAmounts = whenFirstUsed(() => z.array(z.strictObject({ currency: currency(), amount: total(), weighted: total() })));
const pipelineQuarter = whenFirstUsed(() => z.strictObject({
  period: period(),
  stages: z.array(z.strictObject({ stage: z.enum(openStages), deals: z.int(), amounts: pipelineAmounts() })),
  weighted: pipelineAmounts(),
  renewals: z.int(),
  overdue: z.int(),
  withoutAmount: z.int(),
  withoutProbability: z.int(),
  unmapped: z.int(),
}));

/** Open deals by quarter and stage, and renewals coming. `forbidden` as for the figures. */
export const readPipeline = operation({
  name: 'kpis.pipeline',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ of: asked() }),
  answer: () => z.strictObject({ quarter: quarter(), subject: subject(), seesPortfolio: z.boolean(), managers: z.array(person()), periods: z.array(pipelineQuarter()) }),
});

const whose = { client: () => z.nullable(client()), manager };
const dealLine = whenFirstUsed(() => z.strictObject({
  kind: z.literal('deal'), client: whose.client(), manager: whose.manager(), id: dealId(), name: z.string(), stage: z.nullable(dealStage()),
  amount: z.nullable(money()), probability: z.nullable(z.number()), closeDate: z.nullable(plainDate()), isUpsell: z.boolean(),
}));
const projectLine = whenFirstUsed(() => z.strictObject({
  kind: z.literal('project'), client: whose.client(), manager: whose.manager(), projectId: projectId(), name: z.nullable(z.string()),
  currency: z.nullable(currency()), revenue: maybeTotal(), cost: maybeTotal(), planned: z.optional(z.nullable(z.strictObject({ revenue: total(), tentative: total() }))),
}));
const growthLine = whenFirstUsed(() => z.strictObject({ kind: z.literal('growth'), client: whose.client(), manager: whose.manager(), currency: currency(), revenue: total(), before: total() }));
const snapshotLine = whenFirstUsed(() => z.strictObject({
  kind: z.literal('snapshot'), client: whose.client(), manager: whose.manager(), documentsComplete: z.nullable(z.boolean()), relationDocumented: z.nullable(z.boolean()),
}));
const renewalLine = whenFirstUsed(() => z.strictObject({ kind: z.literal('renewal'), client: whose.client(), manager: whose.manager(), requirement: z.enum(documentRequirements), until: plainDate() }));
const cursor = whenFirstUsed(() => z.nullable(z.strictObject({ manager: z.nullable(accountId()), behind: z.nullable(owner()) })));

/** What stands behind a number of one quarter, page by page. `forbidden` as for the figures. */
export const readKpiLines = operation({
  name: 'kpis.lines',
  policy: 'ownProjects',
  place: 'site',
  request: () => z.strictObject({ of: asked(), period: period(), number: z.enum(drillDowns), from: cursor() }),
  answer: () => z.strictObject({
    lines: z.array(z.discriminatedUnion('kind', [dealLine(), projectLine(), growthLine(), snapshotLine(), renewalLine()])),
    /** Lines of projects that the caller may not see (any more). */
    hidden: z.int(),
    /** Deals that are counted and too many to be listed. */
    unlisted: z.int(),
    next: cursor(),
    recordsAt: z.nullable(z.string()),
  }),
});

export type KpiView = z.infer<typeof readKpis.answer>;
export type QuarterKpisView = KpiView['quarters'][number];
export type PipelineView = z.infer<typeof readPipeline.answer>;
export type KpiLineView = z.infer<typeof readKpiLines.answer>['lines'][number];
export type KpiSubjectView = z.infer<typeof readKpis.answer>['subject'];
