import { dayAt } from '../../domain/calendar';
import { stageOf, type StageMapping } from '../../domain/deal';
import { deliverableId, type Deliverable } from '../../domain/deliverable';
import type { DocumentPlace } from '../../domain/formal-document';
import type { GuidelinesVersion } from '../../domain/guidelines';
import type { LinkedDeal } from '../../domain/linked-deal';
import { lastDayOf, type Month } from '../../domain/month';
import { isInMonth } from '../../domain/month-report';
import type { Instant, PlainDate } from '../../domain/plain-date';
import { stateOf, type MarginStanding } from '../../domain/project-margin';
import { cut, factText, type Known, type ReportChange, type ReportDeal, type ReportDocument, type ReportFacts, type ReportGate, type ReportInvoice, type ReportProject } from '../../domain/report-facts';
import { isOpen, type ScopeChange } from '../../domain/scope-change';
import type { BillingBook } from '../../ports/billing-store';
import type { DecidedReview } from '../../ports/gate-store';
import type { World } from '../../ports/world';
import type { ClientAccess } from '../clients/client-access';

/** Decisions of one project that are looked through for those of the month. */
const mostDecisions = 300;

/** Which month, in whose days. */
interface Span {
  readonly month: Month;
  readonly today: PlainDate;
  readonly dayOf: (at: Instant) => PlainDate;
}

/** What the app knows of a client's month, as it stands now. */
export async function gatherFacts(world: World, { client, deals, projects }: Pick<ClientAccess, 'client' | 'deals' | 'projects'>, month: Month): Promise<ReportFacts> {
  const [{ timeZone }, mapping, stands] = await Promise.all([world.settings.company(), world.settings.mapping(), world.clients.standing(client.id)]);
  const span: Span = { month, today: dayAt(world.clock.now(), timeZone), dayOf: (at) => dayAt(at, timeZone) };
  const known = await Promise.all(
    projects.map(async (projectId) => {
      const [project, standing, versions, decided, book, changes] = await Promise.all([
        world.tracker.project(projectId),
        world.margin.standing(projectId),
        world.guidelines.versions(projectId),
        world.gate.decisions(projectId, mostDecisions),
        world.billing.book(projectId),
        world.changes.ofOwner(projectId),
      ]);
      return { key: project?.key ?? projectId, name: factText(project?.name ?? projectId), standing, versions, decided, book, changes: changes.map(({ content }) => content) };
    }),
  );
  const signed = known.flatMap(({ versions }) => versions[0] ?? []).sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))[0];
  const dealNames = new Map(deals.map(({ deal }) => [deal.id, factText(deal.name)]));
  const documentOf = ({ requirement, dealId }: DocumentPlace): ReportDocument => ({ requirement, deal: dealId === null ? null : (dealNames.get(dealId) ?? null) });
  return {
    month,
    client: factText(client.name),
    manager: signed === undefined ? null : factText(signed.publishedBy.name),
    asOf: span.today,
    relation: { kind: 'unknown', because: 'neverRead' },
    deals: cut([...deals].sort(byName(({ deal }) => deal.name)).map((deal) => dealFacts(deal, mapping, span))),
    projects: cut([...known].sort(byName(({ name }) => name)).flatMap((project) => projectFacts(project, span))),
    gates: cut(known.flatMap(({ key, decided }) => gateFacts(key, decided, span)).sort(byDay)),
    changes: { kind: 'known', value: { decided: cut(known.flatMap(({ key, changes }) => changeFacts(key, changes, span)).sort(byDay)), open: known.flatMap(({ changes }) => changes).filter(isOpen).length } },
    documents: knownOf(stands?.documents ?? null, ({ percent, missing, renewals }) => ({ percent, missing: missing.map(documentOf), renewals: renewals.map((one) => ({ ...documentOf(one), until: one.until })) })),
    contacts: knownOf(stands?.contacts ?? null, ({ gaps, noDecisionMaker }) => ({ gaps, noDecisionMaker })),
    overdue: cut(known.flatMap(({ key, book }) => overdueFacts(key, book, span)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))),
  };
}

const knownOf = <Value, Fact>(value: Value | null, fact: (value: Value) => Fact): Known<Fact> => (value === null ? { kind: 'unknown', because: 'neverRead' } : { kind: 'known', value: fact(value) });

const byName = <Item>(nameOf: (item: Item) => string) => (a: Item, b: Item): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
const byDay = (a: Pick<ReportGate, 'on'>, b: Pick<ReportGate, 'on'>): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

function dealFacts({ deal, history }: LinkedDeal, mapping: StageMapping, { month, dayOf }: Span): ReportDeal {
  return {
    name: factText(deal.name),
    stage: stageOf(deal, mapping) ?? null,
    stageName: factText(deal.stageName),
    amount: deal.amount,
    closeDate: deal.closeDate,
    entered: history.map(({ stageName, at }) => ({ on: dayOf(at), stage: stageOf({ stageName }, mapping) ?? null, stageName: factText(stageName) })).filter(({ on }) => isInMonth(on, month)),
  };
}

interface ProjectMoney {
  readonly key: string;
  readonly name: string;
  readonly standing: MarginStanding | undefined;
  readonly versions: readonly GuidelinesVersion[];
}

/** A project without guidelines is none that anybody manages yet. */
function projectFacts({ key, name, standing, versions }: ProjectMoney, { month, dayOf }: Span): readonly ReportProject[] {
  const current = versions[0];
  if (current === undefined) return [];
  const { reading, sums, threat } = standing ?? { reading: null, sums: null, threat: null };
  return [
    {
      key,
      name,
      budget: current.guidelines.budget.amount,
      currency: sums?.currency ?? null,
      revenue: sums?.revenue ?? null,
      cost: sums?.cost ?? null,
      state: standing === undefined ? 'unknown' : stateOf(standing),
      toDate: reading?.toDate ?? { kind: 'unknown', because: 'costUnknown' },
      atCompletion: reading?.forecast.kind === 'known' ? reading.forecast.margin : null,
      target: current.guidelines.budget.targetMargin,
      plan: threat === null ? null : factText(threat.answers.at(-1)?.plan ?? ''),
      published: versions.map(({ version, publishedAt }) => ({ on: dayOf(publishedAt), version })).filter(({ on }) => isInMonth(on, month)).reverse(),
    },
  ];
}

/** Of each deliverable the decisions of the month, however often one was decided. */
function gateFacts(project: string, decided: readonly DecidedReview[], { month, dayOf }: Span): readonly ReportGate[] {
  return decided.flatMap(({ review: { deliverable }, decision }) => {
    const on = dayOf(decision.decidedAt);
    return isInMonth(on, month) ? [{ on, project, deliverable: nameOf(deliverable), verdict: decision.verdict.kind }] : [];
  });
}

function changeFacts(project: string, changes: readonly ScopeChange[], { month, dayOf }: Span): readonly ReportChange[] {
  return changes.flatMap(({ title, effect, state }) => {
    if (state.kind !== 'agreed' && state.kind !== 'declined') return [];
    const on = dayOf(state.at);
    return isInMonth(on, month) ? [{ on, project, title: factText(title), outcome: state.kind, budget: effect.budget, hours: effect.hours }] : [];
  });
}

const nameOf = (deliverable: Deliverable): string =>
  factText(deliverable.kind === 'issue' ? `${deliverable.issueKey} ${deliverable.summary}` : deliverable.name) || deliverableId(deliverable);

/** What was overdue when the month ended, or is now while it lasts. */
function overdueFacts(project: string, { documents }: BillingBook, { month, today }: Span): readonly ReportInvoice[] {
  const on = today < lastDayOf(month) ? today : lastDayOf(month);
  return documents
    .filter(({ dueOn, settledOn, issuedOn }) => issuedOn <= on && dueOn < on && (settledOn === null || settledOn > on))
    .map(({ kind, number, amount, currency, dueOn }) => ({ project, kind, number: factText(number), amount, currency, dueOn }));
}
