import { PROJECT_PERMISSIONS, RATE_CATEGORIES, type FinancialSettings, type HourlyRate, type RateCategory, type TempoProject } from '../financials/model';
import type { Summary } from '../financials/summary';
import type { Role } from '../model';
import { FINANCIAL_TEXTS, type FinancialTexts } from './financial-texts';
import { formatDate, formatMoney, formatRatio } from './formats';
import { Layout } from './layout';
import type { PageFrame } from './page-frame';

export interface RoleRates {
  readonly roleId: number | null;
  readonly category: RateCategory;
  readonly rates: readonly HourlyRate[];
}

interface FinancialListProps {
  readonly frame: PageFrame;
  readonly projects: readonly { readonly project: TempoProject; readonly scopeTitle: string; readonly summary: Summary }[];
  readonly settings: FinancialSettings;
  readonly roles: readonly Role[];
  readonly roleRates: readonly RoleRates[];
  readonly isRefused: boolean;
}

/** All projects of Financial Manager, the company's rates, and how it answers. */
export function FinancialListPage({ frame, projects, settings, roles, roleRates, isRefused }: FinancialListProps) {
  const texts = FINANCIAL_TEXTS[frame.language];
  return (
    <Layout frame={frame} title={texts.title} current="financials">
      <h1>{texts.title}</h1>
      <p class="muted">{texts.help}</p>
      {isRefused ? <div class="alert" role="alert">{texts.refused}</div> : null}
      <section class="card">
        {projects.length === 0 ? <p class="muted">{texts.none}</p> : (
          <div class="scroll" tabindex={0} role="region" aria-label={texts.title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.project}</th><th scope="col">{texts.scope}</th><th scope="col">{texts.budget}</th>
                  <th scope="col">{texts.totalCost}</th><th scope="col">{texts.totalRevenue}</th><th scope="col">{texts.margin}</th>
                </tr>
              </thead>
              <tbody>{projects.map((shown) => <ProjectRow frame={frame} texts={texts} {...shown} />)}</tbody>
            </table>
          </div>
        )}
      </section>
      <SettingsForm texts={texts} settings={settings} />
      <CompanyRates frame={frame} texts={texts} roles={roles} roleRates={roleRates} />
    </Layout>
  );
}

function ProjectRow({ frame, texts, project, scopeTitle, summary }: FinancialListProps['projects'][number] & { readonly frame: PageFrame; readonly texts: FinancialTexts }) {
  const { budget, cost, revenue } = summary;
  const money = (amount: Parameters<typeof formatMoney>[0]): string => formatMoney(amount, frame.language, texts.mixed);
  return (
    <tr>
      <td><a href={`/financials/${project.id}`}>{project.name}</a></td>
      <td>{project.scope.type}: {scopeTitle}</td>
      <td>{budget === undefined ? '–' : money(budget)}</td>
      <td>{money(cost.total)}</td>
      <td>{revenue === undefined ? texts.notTracked : money(revenue.total)}</td>
      <td>{marginText(summary, frame, texts)}</td>
    </tr>
  );
}

/** The margin in words or per cent. */
export function marginText({ revenue }: Summary, { language }: PageFrame, texts: FinancialTexts): string {
  if (revenue === undefined) return texts.notTracked;
  if (revenue.profit.currency === 'MIX') return texts.mixed;
  return revenue.total.minor === 0 ? texts.noRevenue : formatRatio(revenue.netProfitMargin, language);
}

function SettingsForm({ texts, settings }: { readonly texts: FinancialTexts; readonly settings: FinancialSettings }) {
  return (
    <form class="card" method="post" action="/financials/settings">
      <h2>{texts.settings}</h2>
      <div class="fields">
        <label class="check"><input type="checkbox" name="isLicensed" checked={settings.isLicensed} />{texts.licensed}</label>
        <label>
          {texts.permission}
          <select name="permission">
            {PROJECT_PERMISSIONS.map((permission) => (
              <option value={permission} selected={permission === settings.permission}>{texts[`permission_${permission}`]}</option>
            ))}
          </select>
        </label>
        <label class="check"><input type="checkbox" name="projectPlansCount" checked={settings.projectPlansCount} />{texts.projectPlans}</label>
      </div>
      <div class="actions"><button class="primary" type="submit">{texts.save}</button></div>
    </form>
  );
}

function CompanyRates({ frame, texts, roles, roleRates }: Pick<FinancialListProps, 'frame' | 'roles' | 'roleRates'> & { readonly texts: FinancialTexts }) {
  const roleName = (roleId: number | null): string => (roleId === null ? texts.otherRoles : (roles.find(({ id }) => id === roleId)?.name ?? String(roleId)));
  return (
    <section class="card" id="rates">
      <h2>{texts.globalRates}</h2>
      {roleRates.length === 0 ? <p class="muted">{texts.noRates}</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label={texts.globalRates}>
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.role}</th><th scope="col">{texts.category}</th><th scope="col">{texts.from}</th>
                <th scope="col">{texts.rate}</th><th><span class="hidden">{texts.remove}</span></th>
              </tr>
            </thead>
            <tbody>
              {roleRates.flatMap(({ roleId, category, rates }) =>
                rates.map(({ effectiveDate, minor }) => (
                  <tr>
                    <td>{roleName(roleId)}</td>
                    <td>{texts[`category_${category}`]}</td>
                    <td>{effectiveDate === undefined ? texts.fromBeginning : formatDate(effectiveDate, frame.language)}</td>
                    <td>{(minor / 100).toFixed(2)}</td>
                    <td>
                      <form method="post" action="/financials/rates/remove">
                        <input type="hidden" name="role" value={roleId ?? ''} />
                        <input type="hidden" name="category" value={category} />
                        <input type="hidden" name="from" value={effectiveDate ?? ''} />
                        <button aria-label={`${texts.remove}: ${roleName(roleId)}, ${texts[`category_${category}`]}`}>{texts.remove}</button>
                      </form>
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      <form method="post" action="/financials/rates">
        <div class="fields">
          <label>
            {texts.role}
            <select name="role">
              <option value="">{texts.otherRoles}</option>
              {roles.map(({ id, name }) => <option value={id}>{name}</option>)}
            </select>
          </label>
          <RateFields texts={texts} />
        </div>
        <div class="actions"><button class="primary" type="submit">{texts.setRate}</button></div>
      </form>
    </section>
  );
}

/** What a rate is for, from when, and how much. */
export function RateFields({ texts }: { readonly texts: FinancialTexts }) {
  return (
    <>
      <label>
        {texts.category}
        <select name="category">{RATE_CATEGORIES.map((category) => <option value={category}>{texts[`category_${category}`]}</option>)}</select>
      </label>
      <label>
        {texts.from}
        <input name="from" type="date" />
      </label>
      <label>
        {texts.rate}
        <input name="rate" inputmode="decimal" required />
      </label>
    </>
  );
}
