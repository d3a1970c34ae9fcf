import { Hono, type Context } from 'hono';
import { isPlainDate } from '../../plain-date';
import type { Surroundings } from '../api/environment';
import { dateAt } from '../calendar';
import { secondsIn, textIn } from './form-fields';
import { Layout } from './layout';
import { frameOf } from './page-frame';

const SHOWN = 100;
const TIME_ZONE = 'Europe/Warsaw';
const HOUR = 3600;

/** What people logged last, and a form that logs more. */
export function worklogRoutes({ store, jira, clock }: Surroundings, jiraUrl: string | undefined): Hono {
  const routes = new Hono();

  routes.get('/', (context) => show(context, false));

  routes.post('/', async (context) => {
    const form = await context.req.formData();
    const text = (name: string): string => textIn(form, name);
    const issue = jira.findIssue?.(text('issue'));
    const [seconds, billable] = [secondsIn(text('hours')), secondsIn(text('billable') === '' ? text('hours') : text('billable'))];
    const person = store.people.find(text('person'));
    if (issue === undefined || person === undefined || !isPlainDate(text('day')) || seconds === undefined || billable === undefined || billable > seconds) return show(context, true);
    store.worklogs.add({ issueId: issue.id, projectId: issue.projectId, authorId: person.accountId, day: text('day'), seconds, billableSeconds: billable, description: '' });
    return context.redirect('/worklogs', 303);
  });

  routes.post('/:id/remove', (context) => {
    store.worklogs.remove(Number(context.req.param('id')));
    return context.redirect('/worklogs', 303);
  });

  return routes;

  function show(context: Context, isRefused: boolean): Response | Promise<Response> {
    const frame = frameOf(context, jiraUrl);
    const { texts } = frame;
    const people = store.people.all().filter(({ active }) => active);
    const names = new Map(store.people.all().map(({ accountId, displayName }) => [accountId, displayName]));
    const worklogs = store.worklogs.newest(SHOWN);
    return context.html(
      <Layout frame={frame} title={texts.worklogs} current="worklogs">
        <h1>{texts.worklogs}</h1>
        <p>{texts.worklogsHelp}</p>
        {isRefused ? <p role="alert">{texts.worklogRefused}</p> : null}
        <form method="post" action="/worklogs" class="fields">
          <label>
            {texts.who}
            <select name="person">
              {people.map(({ accountId, displayName }) => (
                <option value={accountId}>{displayName}</option>
              ))}
            </select>
          </label>
          <label>
            {texts.issueKey}
            <input name="issue" required />
          </label>
          <label>
            {texts.day}
            <input name="day" type="date" required value={dateAt(clock.now(), TIME_ZONE)} />
          </label>
          <label>
            {texts.amount}
            <input name="hours" inputmode="decimal" required />
          </label>
          <label>
            {texts.billable}
            <input name="billable" inputmode="decimal" />
          </label>
          <button>{texts.logTime}</button>
        </form>
        {worklogs.length === 0 ? (
          <p>{texts.noWorklogs}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.day}</th>
                <th scope="col">{texts.who}</th>
                <th scope="col">{texts.project}</th>
                <th scope="col">{texts.issueKey}</th>
                <th scope="col">{texts.amount}</th>
                <th scope="col">{texts.billable}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {worklogs.map(({ id, day, authorId, projectId, issueId, seconds, billableSeconds }) => (
                <tr>
                  <td>{day}</td>
                  <td>{names.get(authorId) ?? authorId}</td>
                  <td>{jira.projectName(projectId) ?? texts.unknownProject}</td>
                  <td>{jira.issueName(issueId) ?? texts.unknownIssue}</td>
                  <td>{seconds / HOUR}</td>
                  <td>{billableSeconds / HOUR}</td>
                  <td>
                    <form method="post" action={`/worklogs/${id}/remove`}>
                      <button>{texts.removeWorklog}</button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Layout>,
      isRefused ? 400 : 200,
    );
  }
}
