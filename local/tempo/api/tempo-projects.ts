import { Hono, type Context } from 'hono';
import { NotModelled, notFound } from '../errors';
import { todayOf } from '../financials/books';
import { occurrencesOf } from '../financials/entries';
import { issuesInScope, loggedLabour, plannedLabour } from '../financials/labour';
import type { EntryKind, TempoProject } from '../financials/model';
import { amountAnswer } from '../financials/money';
import { RateBook } from '../financials/rate-book';
import { summaryOf, timeframeOf } from '../financials/summary';
import { requires } from './access';
import type { BodyFields } from './body-fields';
import { publicUrl, type ApiEnvironment, type Surroundings } from './environment';
import { projectFor, projectsFor, type Needs } from './financial-access';
import { entryAnswer, loggedAnswer, memberRatesAnswer, occurrenceAnswer, plannedAnswer, roleAnswer, summaryAnswer, taskAnswer, userAnswer } from './financial-answers';
import { pagedList, readPage } from './paging';
import { readQuery } from './query-fields';
import { scopeAnswer, tempoProjectAnswer, type ProjectSurroundings } from './tempo-project-answer';

type ApiContext = Context<ApiEnvironment, '/:id/*'>;

/** /4/projects of Financial Manager, read only (Tempo REST API 4.0, from "Project" to "Timeframe"). */
export function tempoProjectsApi(surroundings: Surroundings): Hono<ApiEnvironment> {
  const { store, jira } = surroundings;
  const api = new Hono<ApiEnvironment>();
  api.get('*', requires('projects', 'view'));

  const projectOf = (context: ApiContext, needs: Needs): TempoProject => projectFor(surroundings, context.get('token'), context.req.param('id'), needs).project;
  const around = (context: Context<ApiEnvironment>): ProjectSurroundings => ({
    origin: publicUrl(context).origin,
    isLicensed: store.financialSettings.get().isLicensed,
    nameOf: (id) => jira.projectName(id),
  });

  api.get('/', (context) => {
    const seen = projectsFor(surroundings, context.get('token')).map((project) => tempoProjectAnswer(around(context), project));
    return context.json(paged(context, readQuery(context.req, PAGE), seen));
  });

  api.get('/:id', (context) => context.json(tempoProjectAnswer(around(context), projectFor(surroundings, context.get('token'), context.req.param('id'), {}))));

  api.get('/:id/financials/summary', (context) => {
    const project = projectOf(context, { licence: true });
    if (project.type === 'TIME_BASED') throw new NotModelled('the financial summary of a time-based project');
    const fields = readQuery(context.req, PAGE);
    const date = fields.date('date') ?? todayOf(surroundings);
    fields.finish();
    return context.json(summaryAnswer(publicUrl(context).href, summaryOf(surroundings, project, date)));
  });

  api.get('/:id/actuals/labor', (context) => {
    const project = projectOf(context, { people: true });
    const fields = readQuery(context.req, PAGE);
    const until = fields.date('to') ?? todayOf(surroundings);
    const { origin } = publicUrl(context);
    return context.json(paged(context, fields, loggedLabour(surroundings, project, until).map((labour) => loggedAnswer(origin, labour))));
  });

  api.get('/:id/actuals/expenses', (context) => {
    const project = projectOf(context, { licence: true });
    const fields = readQuery(context.req, PAGE);
    const until = fields.date('to') ?? todayOf(surroundings);
    const { origin } = publicUrl(context);
    const found = project.type === 'TIME_BASED' ? [] : occurrencesOf(surroundings, project, 'expense', until);
    return context.json(paged(context, fields, found.map((occurrence) => occurrenceAnswer(origin, occurrence))));
  });

  api.get('/:id/plans/labor', (context) => {
    const project = projectOf(context, { people: true });
    const fields = readQuery(context.req, PAGE);
    const window = { from: fields.date('from'), to: fields.date('to') };
    const { origin } = publicUrl(context);
    return context.json(paged(context, fields, plannedLabour(surroundings, project, window).map((labour) => plannedAnswer(origin, labour))));
  });

  api.get('/:id/budget', (context) => {
    const { budget, currency } = projectOf(context, { licence: true });
    if (budget === undefined) return context.body(null, 204);
    return context.json({ self: publicUrl(context).href, amount: amountAnswer({ currency, minor: budget }) });
  });

  api.get('/:id/budget-milestones', (context) => {
    projectOf(context, { licence: true });
    return context.json({ self: publicUrl(context).href, milestones: [] });
  });

  api.get('/:id/timeframe', (context) => {
    const timeframe = timeframeOf(surroundings, projectOf(context, {}));
    return timeframe === undefined ? context.body(null, 204) : context.json({ self: publicUrl(context).href, ...timeframe });
  });

  for (const [path, kind] of [['expenses', 'expense'], ['fixed-revenues', 'fixedRevenue']] as const satisfies readonly (readonly [string, EntryKind])[]) {
    api.get(`/:id/${path}`, (context) => {
      const { id } = projectOf(context, { licence: true });
      const { origin } = publicUrl(context);
      return context.json(paged(context, readQuery(context.req, PAGE), store.moneyEntries.of(id, kind).map((entry) => entryAnswer(origin, entry))));
    });

    api.get(`/:id/${path}/:entryId`, (context) => {
      const { id } = projectOf(context, { licence: true });
      const entry = store.moneyEntries.of(id, kind).find((one) => one.id === context.req.param('entryId'));
      if (entry === undefined) throw notFound(kind === 'expense' ? 'Expense' : 'Fixed revenue');
      return context.json(entryAnswer(publicUrl(context).origin, entry));
    });
  }

  api.get('/:id/team-members/rates', (context) => {
    const project = projectOf(context, { people: true, licence: true });
    const { origin } = publicUrl(context);
    const book = new RateBook(store, project);
    const members = project.type === 'TIME_BASED' ? [] : teamOf(project);
    return context.json({ rates: members.map((accountId) => memberRatesAnswer(origin, project, book, accountId)) });
  });

  api.get('/:id/team-members/roles', (context) => {
    const project = projectOf(context, { people: true });
    const { origin } = publicUrl(context);
    const book = new RateBook(store, project);
    return context.json({ roles: teamOf(project).map((accountId) => ({ teamMember: userAnswer(origin, accountId), role: roleAnswer(origin, book.roleOf(accountId)) })) });
  });

  api.get('/:id/scope', (context) => context.json(scopeAnswer(around(context), projectOf(context, {}))));

  api.get('/:id/scope/tasks', (context) => {
    const project = projectOf(context, {});
    const issueIds = issuesInScope(surroundings, project);
    if (issueIds === undefined) throw new NotModelled('the tasks of a scope without Jira beside it');
    const { origin } = publicUrl(context);
    return context.json(paged(context, readQuery(context.req, PAGE), issueIds.map((issueId) => taskAnswer(origin, project.id, issueId))));
  });

  return api;

  /** "Project's team members (who has logged time)", by when they first did. */
  function teamOf(project: TempoProject): string[] {
    return [...new Set(loggedLabour(surroundings, project, todayOf(surroundings)).map(({ accountId }) => accountId))];
  }
}

const PAGE = { integers: ['offset', 'limit'] } as const;

/** @throws RefusedRequest 400 with whatever is wrong in the query */
function paged(context: Context<ApiEnvironment>, fields: BodyFields, all: readonly object[]): object {
  const page = readPage(fields);
  fields.finish();
  return pagedList(publicUrl(context), page, all.slice(page.offset, page.offset + page.limit + 1));
}
