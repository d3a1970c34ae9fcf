import { Hono, type Context } from 'hono';
import { isPlainDate } from '../../plain-date';
import type { Surroundings } from '../api/environment';
import { openProject, synchronise, todayOf } from '../financials/books';
import { issuesInScope, loggedLabour } from '../financials/labour';
import { RATE_CATEGORIES, type TempoProject } from '../financials/model';
import { RateBook } from '../financials/rate-book';
import { summaryOf } from '../financials/summary';
import { readConfiguration, readEntry, readFinancialSettings, readRate, readRateKey } from './financial-input';
import { FinancialListPage } from './financial-list';
import { FinancialProjectPage } from './financial-project';
import { dateIn, secondsIn, textIn } from './form-fields';
import { MissingPage } from './layout';
import { frameOf } from './page-frame';

/** The pages of Financial Manager: what it says, and all that it says it of. */
export function financialsRoutes(surroundings: Surroundings, jiraUrl: string | undefined): Hono {
  const { store, jira } = surroundings;
  const routes = new Hono();

  routes.get('/', (context) => showAll(context, false));

  routes.post('/settings', async (context) => {
    store.financialSettings.set(readFinancialSettings(await context.req.formData()));
    return context.redirect('/financials', 303);
  });

  routes.post('/rates', async (context) => {
    const form = await context.req.formData();
    const [owner, read] = [roleIn(form), readRate(form)];
    if (owner === undefined || read === undefined) return showAll(context, true);
    store.rates.put(owner, read.category, read.rate);
    return context.redirect('/financials#rates', 303);
  });

  routes.post('/rates/remove', async (context) => {
    const form = await context.req.formData();
    const [owner, key] = [roleIn(form), readRateKey(form)];
    if (owner === undefined || key === undefined) return showAll(context, true);
    store.rates.remove(owner, key.category, key.effectiveDate);
    return context.redirect('/financials#rates', 303);
  });

  routes.get('/:id', (context) => withProject(context, (project) => show(context, project, false)));

  change('', (project, form) => {
    const configuration = readConfiguration(form);
    if (configuration === undefined) return false;
    store.projects.change(project, configuration);
    return true;
  });

  change('/rates', ({ id: projectId }, form) => {
    const [member, read] = [store.people.find(textIn(form, 'member')), readRate(form)];
    if (member === undefined || read === undefined) return false;
    store.rates.put({ projectId, accountId: member.accountId }, read.category, read.rate);
    return true;
  });

  change('/rates/remove', ({ id: projectId }, form) => {
    const key = readRateKey(form);
    if (key === undefined) return false;
    store.rates.remove({ projectId, accountId: textIn(form, 'member') }, key.category, key.effectiveDate);
    return true;
  });

  change('/roles', (project, form) => {
    const [member, role] = [store.people.find(textIn(form, 'member')), store.teams.roles().find(({ id }) => String(id) === textIn(form, 'role'))];
    if (member === undefined || role === undefined) return false;
    store.projects.change(project, { roles: { ...project.roles, [member.accountId]: role.id } });
    return true;
  });

  change('/entries', ({ id }, form) => {
    const entry = readEntry(form, id);
    if (entry === undefined) return false;
    store.moneyEntries.add(entry);
    return true;
  });

  change('/entries/:entryId/remove', ({ id }, _form, context) => store.moneyEntries.remove(id, context.req.param('entryId') ?? ''));

  change('/worklogs', (project, form) => {
    const issue = jira.findIssue?.(textIn(form, 'issue'));
    const [person, day] = [store.people.find(textIn(form, 'person')), dateIn(form, 'day')];
    const [hours, billableHours] = [textIn(form, 'hours'), textIn(form, 'billable')];
    const [seconds, billableSeconds] = [secondsIn(hours), secondsIn(billableHours === '' ? hours : billableHours)];
    if (issue === undefined || person === undefined || day === undefined || seconds === undefined || billableSeconds === undefined) return false;
    if (billableSeconds > seconds || issuesInScope(surroundings, project)?.includes(issue.id) !== true) return false;
    store.worklogs.add({ issueId: issue.id, projectId: issue.projectId, authorId: person.accountId, day, seconds, billableSeconds, description: '' });
    return true;
  });

  change('/sync', (project) => {
    synchronise(surroundings, project);
    return true;
  });

  return routes;

  /** A form of a project's page: what it does says whether it made sense. */
  function change(path: string, act: (project: TempoProject, form: FormData, context: Context) => boolean): void {
    routes.post(`/:id${path}`, async (context) => {
      const form = await context.req.formData();
      return withProject(context, (project) => (act(project, form, context) ? context.redirect(`/financials/${project.id}`, 303) : show(context, project, true)));
    });
  }

  function withProject(context: Context, answer: (project: TempoProject) => Response | Promise<Response>): Response | Promise<Response> {
    const project = openProject(surroundings, context.req.param('id') ?? '');
    return project === undefined ? context.html(<MissingPage frame={frameOf(context, jiraUrl)} />, 404) : answer(project);
  }

  function roleIn(form: FormData): { readonly roleId: number | null } | undefined {
    const role = textIn(form, 'role');
    if (role === '') return { roleId: null };
    const known = store.teams.roles().find(({ id }) => String(id) === role);
    return known === undefined ? undefined : { roleId: known.id };
  }

  function scopeTitle({ scope }: TempoProject): string {
    return scope.type === 'JIRA_PROJECTS' ? scope.jiraProjectIds.map((id) => jira.projectName(id) ?? id).join(', ') : scope.title;
  }

  function showAll(context: Context, isRefused: boolean): Response | Promise<Response> {
    const today = todayOf(surroundings);
    const projects = store.projects.all().flatMap(({ id }) => openProject(surroundings, id) ?? []);
    return context.html(
      <FinancialListPage
        frame={frameOf(context, jiraUrl)}
        projects={projects.map((project) => ({ project, scopeTitle: scopeTitle(project), summary: summaryOf(surroundings, project, today) }))}
        settings={store.financialSettings.get()}
        roles={store.teams.roles()}
        roleRates={RATE_CATEGORIES.flatMap((category) => store.rates.rolesWith(category).map((roleId) => ({ roleId, category, rates: store.rates.of({ roleId }, category) })))}
        isRefused={isRefused}
      />,
      isRefused ? 400 : 200,
    );
  }

  function show(context: Context, project: TempoProject, isRefused: boolean): Response | Promise<Response> {
    const today = todayOf(surroundings);
    const asked = context.req.method === 'GET' ? (context.req.query('date') ?? '') : '';
    const until = isPlainDate(asked) ? asked : today;
    const labour = loggedLabour(surroundings, project, until < today ? until : today);
    const book = new RateBook(store, project);
    const everybody = store.people.all();
    const nameOf = (accountId: string): string => everybody.find((person) => person.accountId === accountId)?.displayName ?? accountId;
    return context.html(
      <FinancialProjectPage
        frame={frameOf(context, jiraUrl)}
        project={project}
        scopeTitle={scopeTitle(project)}
        ownerName={nameOf(project.ownerId)}
        summary={summaryOf(surroundings, project, until)}
        labour={labour}
        members={[...new Set(labour.map(({ accountId }) => accountId))].map((accountId) => ({
          accountId,
          name: nameOf(accountId),
          roleId: book.roleOf(accountId),
          rates: { COST: book.ratesOf(accountId, 'COST'), BILLING: project.isTrackingRevenue ? book.ratesOf(accountId, 'BILLING') : [] },
        }))}
        entries={[...store.moneyEntries.of(project.id, 'expense'), ...store.moneyEntries.of(project.id, 'fixedRevenue')]}
        people={everybody.filter(({ active }) => active)}
        roles={store.teams.roles()}
        until={until}
        today={today}
        isRefused={isRefused}
      />,
      isRefused ? 400 : 200,
    );
  }
}
