import { GENERAL_ACCESSES, type MoneyEntry, type TempoProject } from '../financials/model';
import type { LoggedLabour } from '../financials/labour';
import type { Summary } from '../financials/summary';
import { nextSyncOf } from '../financials/synchronisation';
import type { Person, Role } from '../model';
import { ByRole, Figures } from './financial-figures';
import { Members, type MemberShown } from './financial-members';
import { FINANCIAL_TEXTS, type FinancialTexts } from './financial-texts';
import { formatDate, formatInstant, formatMoney } from './formats';
import { Layout } from './layout';
import type { PageFrame } from './page-frame';

export interface FinancialProjectProps {
  readonly frame: PageFrame;
  readonly project: TempoProject;
  readonly scopeTitle: string;
  readonly ownerName: string;
  readonly summary: Summary;
  readonly labour: readonly LoggedLabour[];
  readonly members: readonly MemberShown[];
  readonly entries: readonly MoneyEntry[];
  readonly people: readonly Person[];
  readonly roles: readonly Role[];
  readonly until: string;
  readonly today: string;
  readonly isRefused: boolean;
}

/** One project: its figures, and all that they are computed of, to be changed. */
export function FinancialProjectPage(props: FinancialProjectProps) {
  const { frame, project, scopeTitle, ownerName, summary, labour, roles, until, today } = props;
  const texts = FINANCIAL_TEXTS[frame.language];
  return (
    <Layout frame={frame} title={project.name} current="financials">
      <p><a href="/financials">{texts.title}</a></p>
      <h1>{project.name}</h1>
      <p class="muted">{project.scope.type}: {scopeTitle} · {texts.owner}: {ownerName}</p>
      {props.isRefused ? <div class="alert" role="alert">{texts.refused}</div> : null}
      <Figures frame={frame} texts={texts} projectId={project.id} summary={summary} until={until} today={today} />
      <ByRole frame={frame} texts={texts} labour={labour} roles={roles} currency={project.currency} />
      <LogTime {...props} texts={texts} />
      <Members frame={frame} texts={texts} project={project} members={props.members} roles={roles} />
      <Entries {...props} texts={texts} />
      <Configuration texts={texts} project={project} />
      <Synchronisation frame={frame} texts={texts} project={project} />
    </Layout>
  );
}

type PartProps = FinancialProjectProps & { readonly texts: FinancialTexts };

function LogTime({ texts, project, people, today }: PartProps) {
  return (
    <form class="card" method="post" action={`/financials/${project.id}/worklogs`}>
      <h2>{texts.worklogs}</h2>
      <div class="fields">
        <label>
          {texts.member}
          <select name="person">{people.map(({ accountId, displayName }) => <option value={accountId}>{displayName}</option>)}</select>
        </label>
        <label>{texts.issueKey}<input name="issue" required /></label>
        <label>{texts.day}<input name="day" type="date" value={today} required /></label>
        <label>{texts.amountOfHours}<input name="hours" inputmode="decimal" required /></label>
        <label>{texts.billable}<input name="billable" inputmode="decimal" /></label>
      </div>
      <div class="actions"><button class="primary" type="submit">{texts.logTime}</button><a class="button" href="/worklogs">{texts.allWorklogs}</a></div>
    </form>
  );
}

function Entries({ frame, texts, project, entries, today }: PartProps) {
  return (
    <section class="card" id="entries">
      <h2>{texts.entries}</h2>
      {entries.length === 0 ? <p class="muted">{texts.noEntries}</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label={texts.entries}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.kind}</th><th scope="col">{texts.day}</th><th scope="col">{texts.description}</th>
                <th scope="col">{texts.amountShort}</th><th><span class="hidden">{texts.remove}</span></th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, kind, date, description, amount, recurrence }) => (
                <tr>
                  <td>{texts[`kind_${kind}`]}</td>
                  <td>{formatDate(date, frame.language)}{recurrence === undefined ? null : `, ${texts.monthly} ${recurrence.count}`}</td>
                  <td>{description}</td>
                  <td>{formatMoney(amount, frame.language, texts.mixed)}</td>
                  <td>
                    <form method="post" action={`/financials/${project.id}/entries/${id}/remove`}>
                      <button aria-label={`${texts.remove}: ${description}`}>{texts.remove}</button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <form method="post" action={`/financials/${project.id}/entries`}>
        <div class="fields">
          <label>
            {texts.kind}
            <select name="kind"><option value="expense">{texts.kind_expense}</option><option value="fixedRevenue">{texts.kind_fixedRevenue}</option></select>
          </label>
          <label>{texts.day}<input name="date" type="date" value={today} required /></label>
          <label>{texts.amount}<input name="amount" inputmode="decimal" required /></label>
          <label>{texts.currency}<input name="currency" value={project.currency} maxlength={3} required /></label>
          <label>{texts.description}<input name="description" required /></label>
        </div>
        <div class="actions"><button class="primary" type="submit">{texts.addEntry}</button></div>
      </form>
    </section>
  );
}

const written = (minor: number | undefined): string => (minor === undefined ? '' : (minor / 100).toFixed(2));

function Configuration({ texts, project }: { readonly texts: FinancialTexts; readonly project: TempoProject }) {
  return (
    <form class="card" id="configuration" method="post" action={`/financials/${project.id}`}>
      <h2>{texts.configuration}</h2>
      <div class="fields">
        <label>{texts.budget} ({project.currency})<input name="budget" inputmode="decimal" value={written(project.budget)} /></label>
        <label>{texts.defaultCost}<input name="defaultCostRate" inputmode="decimal" value={written(project.defaultCostRate)} /></label>
        <label>{texts.defaultBilling}<input name="defaultBillingRate" inputmode="decimal" value={written(project.defaultBillingRate)} /></label>
        <label>
          {texts.generalAccess}
          <select name="generalAccess">
            {GENERAL_ACCESSES.map((access) => <option value={access} selected={access === project.generalAccess}>{texts[`access_${access}`]}</option>)}
          </select>
        </label>
        <label class="check"><input type="checkbox" name="isTrackingRevenue" checked={project.isTrackingRevenue} />{texts.tracking}</label>
        <label class="check"><input type="checkbox" name="isFixedPrice" checked={project.isFixedPrice} />{texts.fixedPrice}</label>
        <label class="check"><input type="checkbox" name="isUsingGlobalCostRates" checked={project.isUsingGlobalCostRates} />{texts.globalCost}</label>
        <label class="check"><input type="checkbox" name="isUsingAccountRates" checked={project.isUsingAccountRates} />{texts.accountRates}</label>
      </div>
      <div class="actions"><button class="primary" type="submit">{texts.save}</button></div>
    </form>
  );
}

function Synchronisation({ frame, texts, project: { id, scope } }: { readonly frame: PageFrame; readonly texts: FinancialTexts; readonly project: TempoProject }) {
  if (scope.type === 'JIRA_PROJECTS') return <section class="card"><h2>{texts.sync}</h2><p>{texts.syncAlways}</p></section>;
  const next = nextSyncOf(scope);
  return (
    <form class="card" id="sync" method="post" action={`/financials/${id}/sync`}>
      <h2>{texts.sync}</h2>
      <p>{texts.syncedAt}: {formatInstant(scope.syncedAt, frame.language)}; {next === undefined ? texts.syncOff : `${texts.syncNext} ${formatInstant(next, frame.language)}`}. {texts.syncHelp}</p>
      <button type="submit">{texts.syncNow}</button>
    </form>
  );
}
