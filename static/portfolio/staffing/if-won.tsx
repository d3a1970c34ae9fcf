import './if-won.css';
import type { ReactNode } from 'react';
import { addDays } from '../../../src/domain/calendar';
import { alternativesTo, whoIsMissing, type Staffing } from '../../../src/domain/staffing/if-won';
import type { Negotiations } from '../../../src/domain/staffing/lines';
import { mostMissing, type Missing } from '../../../src/domain/staffing/missing';
import { Disclosure } from '../../page/disclosure';
import { Icon } from '../../shared/icon';
import { AlternativeLine } from './alternative-line';
import { peopleFor, shifted, type Moves, type WonChoice } from './staffing-model';
import { useStaffingScreen, type StaffingView } from './staffing-screen';

interface IfWonProperties {
  readonly view: StaffingView;
  readonly staffing: Staffing;
  readonly choice: WonChoice;
  readonly counting: Negotiations;
  readonly moves: Moves;
  readonly onMove: (moves: Moves) => void;
}

/** Who is missing, in which weeks, if the deal is won; and what can be done about it. */
export function IfWon({ view, staffing, choice: { deal, project }, counting, moves, onMove }: IfWonProperties): ReactNode {
  const { t } = useStaffingScreen();
  const missing = whoIsMissing(staffing, deal.id, counting);
  const alternatives = alternativesTo(staffing, deal.id, missing, counting);
  const people = view.people.map(({ person }) => person);
  return (
    <section className="card if-won">
      <h2>{t('staffing.won.title', { deal: deal.name })}</h2>
      <div role="status" className="if-won-answer">
        {missing.length === 0 ? (
          <p className="fits"><Icon name="check" /> <span>{t('staffing.won.nobody')}</span></p>
        ) : (
          <ul>
            {missing.map((one) => (
              <li key={`${one.role} ${one.person ?? ''} ${one.from}`}><Icon name="warning" /> <span><MissingLine view={view} staffing={staffing} missing={one} /></span></li>
            ))}
          </ul>
        )}
      </div>
      {missing.length > 0 && (
        <Disclosure label={t('staffing.won.weeks')}>
          {() => <MissingWeeks view={view} missing={missing} />}
        </Disclosure>
      )}
      {missing.length > 0 && (
        <div className="alternatives">
          <h3>{t('staffing.alternatives')}</h3>
          {alternatives.length === 0 && <p className="subtle">{t('staffing.alternatives.none')}</p>}
          <ul>
            {alternatives.map((one) => (
              <li key={JSON.stringify(one)}>
                <AlternativeLine people={people} alternative={one} />
                {one.kind === 'laterStart' && project.mayPlan && (
                  <button type="button" className="button" onClick={() => onMove(shifted(project, deal.id, one.weeks, moves))}>{t('staffing.try')}</button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

const nameOf = ({ people }: StaffingView, accountId: string | null): string => people.find(({ person }) => person.accountId === accountId)?.person.name ?? '';
const lastOf = ({ to }: Pick<Missing, 'to'>) => addDays(to, 6);

function MissingLine({ view, staffing, missing }: { readonly view: StaffingView; readonly staffing: Staffing; readonly missing: Missing }): ReactNode {
  const { t, format } = useStaffingScreen();
  const { role, person, from, minutes, isCertain } = missing;
  const [most, fewest] = [mostMissing(missing), Math.min(...minutes)];
  const values = {
    role,
    person: nameOf(view, person),
    period: format.dateRange(from, lastOf(missing)),
    hours: most === fewest ? t('staffing.hours.each', { hours: format.hours(most) }) : t('staffing.hours.upTo', { most: format.hours(most), fewest: format.hours(fewest) }),
    people: format.number(peopleFor(most, staffing.supply, role)),
  };
  return (
    <>
      {person === null ? t('staffing.missing.role', values) : t('staffing.missing.person', values)}
      {!isCertain && <> {t('staffing.missing.uncertain')}</>}
    </>
  );
}

function MissingWeeks({ view, missing }: { readonly view: StaffingView; readonly missing: readonly Missing[] }): ReactNode {
  const { t, format } = useStaffingScreen();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('staffing.won.weeks')}>
      <table className="table">
        <thead><tr><th scope="col">{t('staffing.week')}</th><th scope="col">{t('staffing.who')}</th><th scope="col" className="figure">{t('staffing.missing')}</th></tr></thead>
        <tbody>
          {missing.flatMap(({ role, person, from, minutes }) => minutes.map((some, at) => {
            const monday = addDays(from, at * 7);
            return (
              <tr key={`${role} ${person ?? ''} ${monday}`}>
                <th scope="row">{format.dateRange(monday, addDays(monday, 6))}</th>
                <td><bdi>{person === null ? role : nameOf(view, person)}</bdi></td>
                <td className="figure">{format.hours(some)}</td>
              </tr>
            );
          }))}
        </tbody>
      </table>
    </div>
  );
}
