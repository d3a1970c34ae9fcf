import type { CSSProperties, ReactNode } from 'react';
import type { StaffingLine } from '../../../src/domain/guidelines';
import { daysBetween } from '../../shared/plain-days';
import { useProjectScreen } from '../project-screen';
import type { NamedDeal } from '../../shared/named-deal';

interface StaffingTableProperties {
  readonly lines: readonly StaffingLine[];
  readonly deals: readonly NamedDeal[];
}

/** Who the project needs. */
export function StaffingTable({ lines, deals }: StaffingTableProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const severalDeals = deals.length > 1;
  const first = lines.reduce((day, line) => (line.from < day ? line.from : day), lines[0]?.from ?? '');
  const last = lines.reduce((day, line) => (line.to > day ? line.to : day), lines[0]?.to ?? '');

  return (
    <section className="card">
      <h2>{t('field.staffing')}</h2>
      {lines.length === 0 ? (
        <p className="subtle">{t('content.noStaffing')}</p>
      ) : (
        <div className="scroll" role="region" aria-label={t('field.staffing')} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('staffing.role')}</th>
                <th scope="col">{t('staffing.person')}</th>
                <th scope="col" className="figure">{t('staffing.hoursPerDay')}</th>
                <th scope="col">{t('staffing.period')}</th>
                {severalDeals && <th scope="col">{t('staffing.deal')}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <td><bdi>{line.role}</bdi></td>
                  <td>{line.person === null ? <span className="subtle">{t('staffing.noPerson')}</span> : <bdi>{line.person.name}</bdi>}</td>
                  <td className="figure">{format.hours(line.minutesPerDay)}</td>
                  <td className="period">
                    <span>{format.dateRange(line.from, line.to)}</span>
                    <span className="period-track" aria-hidden="true"><span style={barBetween(line, { from: first, to: last })} /></span>
                  </td>
                  {severalDeals && <td><bdi>{(deals.find((deal) => deal.id === line.dealId) ?? deals[0])?.name}</bdi></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

type Dates = Pick<StaffingLine, 'from' | 'to'>;

function barBetween(line: Dates, all: { readonly from: string; readonly to: string }): CSSProperties {
  const [first, last] = [Date.parse(all.from), Date.parse(all.to)];
  const days = (last - first) / 86_400_000 + 1;
  const offset = (Date.parse(line.from) - first) / 86_400_000;
  return { insetInlineStart: `${(offset / days) * 100}%`, inlineSize: `${((daysBetween(line.from, line.to) + 1) / days) * 100}%` };
}
