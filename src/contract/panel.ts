import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';
import { gateAtAGlance } from './gate';
import { change } from './guidelines';
import { operation } from './operation';
import { dealId, dealStage, instant, money, nothing, person, plainDate, version } from './values';

/** The guidelines at a glance. */
const glance = whenFirstUsed(() => z.strictObject({
  version: version(),
  publishedAt: instant(),
  publishedBy: person(),
  goal: z.string(),
  budget: z.strictObject({ amount: money(), hours: z.int(), targetMargin: z.int() }),
  start: plainDate(),
  end: plainDate(),
  milestones: z.array(z.strictObject({ name: z.string(), date: plainDate() })),
  priorities: z.array(z.string()),
}));
export type GuidelinesAtAGlance = z.infer<ReturnType<typeof glance>>;

const dealAtAGlance = whenFirstUsed(() => z.strictObject({
  id: dealId(),
  name: z.string(),
  client: z.nullable(z.string()),
  /** null while the organisation's stage is not mapped. */
  stage: z.nullable(dealStage()),
  stageName: z.string(),
}));
export type DealAtAGlance = z.infer<ReturnType<typeof dealAtAGlance>>;

const panelView = whenFirstUsed(() => z.strictObject({
  guidelines: z.nullable(glance()),
  /** The newest version the reader acknowledged. */
  acknowledged: z.nullable(version()),
  /** What changed since then; null when there is nothing to compare, or too much to show here. */
  changes: z.nullable(z.array(change())),
  deals: z.array(dealAtAGlance()),
  gate: gateAtAGlance(),
}));
export type PanelView = z.infer<ReturnType<typeof panelView>>;

/** Everything that the issue panel shows: one read of storage, no call to Jira. */
export const readPanel = operation({
  name: 'panel.read',
  policy: 'viewContext',
  place: 'issue',
  request: nothing,
  answer: panelView,
});

/** Says that the reader has read a version. `conflict` when a newer one was published meanwhile. */
export const acknowledgeGuidelines = operation({
  name: 'guidelines.acknowledge',
  policy: 'browseProject',
  place: 'issue',
  request: () => z.strictObject({ version: version() }),
  answer: panelView,
});
