import '../../portfolio/staffing/if-won.css';
import { router } from '@forge/bridge';
import { useCallback, useId, type ReactNode } from 'react';
import { readDealRisks, type DealRisksView } from '../../../src/contract/staffing';
import type { DealId } from '../../../src/domain/ids';
import { OwnTexts } from '../../page/own-texts';
import { AlternativeLine } from '../../portfolio/staffing/alternative-line';
import { staffingTexts, useStaffingScreen } from '../../portfolio/staffing/staffing-screen';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { upToHalfHours } from '../../shared/half-hours';
import { Icon } from '../../shared/icon';
import { useAnswer } from '../../shared/use-answer';
import { useReturn } from '../../shared/use-return';

/** Who would be missing if the deal were won, and what can be done about it. Nothing stands here where nobody would be. */
export function DealRisks({ dealId }: { readonly dealId: DealId }): ReactNode {
  const { asked, askAgain, lookAgain } = useAnswer<DealRisksView>(useCallback(() => call(readDealRisks, { dealId }), [dealId]));
  useReturn(lookAgain);
  if (asked.kind === 'waiting') return null;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  return asked.data.risks.length === 0 ? null : <OwnTexts texts={staffingTexts}><Risks dealId={dealId} view={asked.data} /></OwnTexts>;
}

function Risks({ dealId, view: { risks, alternatives, people } }: { readonly dealId: DealId; readonly view: DealRisksView }): ReactNode {
  const { t, format } = useStaffingScreen();
  const id = useId();
  const nameOf = (accountId: string): string => people.find((person) => person.accountId === accountId)?.name ?? t('staffing.someone');
  return (
    <section className="deal-risks" aria-labelledby={id}>
      <h3 id={id}>{t('staffing.ifWon')}</h3>
      <div className="if-won-answer">
        <ul>
          {risks.map(({ role, person, from, mostMinutes }) => {
            const values = { role, person: person === null ? '' : nameOf(person), from: format.date(from), hours: format.hours(upToHalfHours(mostMinutes)) };
            return (
              <li key={`${role} ${person ?? ''} ${from}`}><Icon name="warning" /> <span>{t(person === null ? 'staffing.risk.role' : 'staffing.risk.person', values)}</span></li>
            );
          })}
        </ul>
      </div>
      <div className="alternatives">
        <h4>{t('staffing.alternatives')}</h4>
        {alternatives.length === 0 && <p className="subtle">{t('staffing.alternatives.none')}</p>}
        <ul>{alternatives.map((one) => <li key={JSON.stringify(one)}><AlternativeLine people={people} alternative={one} /></li>)}</ul>
      </div>
      <div><button type="button" className="button" onClick={() => void router.navigate({ target: 'module', moduleKey: 'portfolio', path: `staffing/${dealId}` })}>{t('staffing.risk.open')}</button></div>
    </section>
  );
}
