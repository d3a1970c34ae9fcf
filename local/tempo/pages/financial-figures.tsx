import type { Labour } from '../financials/labour';
import { sumOf, type Amount } from '../financials/money';
import type { Summary } from '../financials/summary';
import type { Role } from '../model';
import { marginText } from './financial-list';
import type { FinancialTexts } from './financial-texts';
import { formatHours, formatMoney } from './formats';
import type { PageFrame } from './page-frame';

interface FiguresProps {
  readonly frame: PageFrame;
  readonly texts: FinancialTexts;
  readonly projectId: string;
  readonly summary: Summary;
  readonly until: string;
  readonly today: string;
}

/** What the summary of one day says, with the day to choose. */
export function Figures({ frame, texts, projectId, summary, until, today }: FiguresProps) {
  const { budget, cost, revenue } = summary;
  const lines: readonly (readonly [label: string, amount: Amount | undefined])[] = [
    [texts.budget, budget],
    [texts.labour, cost.labour],
    [texts.expenses, cost.expense],
    [texts.totalCost, cost.total],
    [texts.remainingBudget, cost.remainingBudget],
    [texts.hoursRevenue, revenue?.labour],
    [texts.fixedRevenue, revenue?.fixed],
    [texts.totalRevenue, revenue?.total],
    [texts.profit, revenue?.profit],
  ];
  return (
    <section class="card" id="figures">
      <h2>{texts.figures}</h2>
      <form class="bar-of-tools" method="get" action={`/financials/${projectId}`}>
        <label>
          {texts.until}
          <input name="date" type="date" value={until} required />
        </label>
        <button>{texts.show}</button>
      </form>
      <p class="muted">{until > today ? texts.projectedUntil : texts.actualUntil}</p>
      <div class="scroll" tabindex={0} role="region" aria-label={texts.figures}>
        <table>
          <tbody>
            {lines.map(([label, amount]) => (
              <tr>
                <th scope="row">{label}</th>
                <td>{amount === undefined ? '–' : formatMoney(amount, frame.language, texts.mixed)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{texts.margin}</th>
              <td>{marginText(summary, frame, texts)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ByRoleProps {
  readonly frame: PageFrame;
  readonly texts: FinancialTexts;
  readonly labour: readonly Labour[];
  readonly roles: readonly Role[];
  readonly currency: string;
}

/** Hours, cost and revenue of each role; unknown where an hour of it has no rate. */
export function ByRole({ frame, texts, labour, roles, currency }: ByRoleProps) {
  const roleIds = [...new Set(labour.map(({ roleId }) => roleId))];
  const total = (amounts: readonly (Amount | undefined)[]): string => {
    const known = amounts.filter((amount) => amount !== undefined);
    return known.length < amounts.length ? texts.unknownAmount : formatMoney(sumOf(known, currency), frame.language, texts.mixed);
  };
  return (
    <section class="card">
      <h2>{texts.byRole}</h2>
      {labour.length === 0 ? <p class="muted">{texts.nobody}</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label={texts.byRole}>
          <table>
            <thead>
              <tr><th scope="col">{texts.role}</th><th scope="col">{texts.hours}</th><th scope="col">{texts.cost}</th><th scope="col">{texts.revenue}</th></tr>
            </thead>
            <tbody>
              {roleIds.map((roleId) => {
                const own = labour.filter((one) => one.roleId === roleId);
                return (
                  <tr>
                    <th scope="row">{roles.find(({ id }) => id === roleId)?.name ?? texts.unknownRole}</th>
                    <td>{formatHours(own.reduce((sum, { seconds }) => sum + seconds, 0), frame.language)}</td>
                    <td>{total(own.map(({ cost }) => cost))}</td>
                    <td>{total(own.map(({ revenue }) => revenue))}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
