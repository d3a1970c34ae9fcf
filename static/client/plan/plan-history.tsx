import { useCallback, type ReactNode } from 'react';
import { readPlanVersion } from '../../../src/contract/account-plan';
import type { ClientId } from '../../../src/domain/ids';
import { Asking } from '../../page/asking';
import { Disclosure } from '../../page/disclosure';
import { call } from '../../shared/client';
import { Lozenge } from '../../shared/lozenge';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import { PlanContent } from './plan-content';
import { stateLooks, type PlanHead, type PlanVersionView } from './plan-view';

/** Every version of the year's plan: who submitted it, and what the head of sales said. */
export function PlanHistory({ clientId, year, versions }: { readonly clientId: ClientId; readonly year: number; readonly versions: readonly PlanHead[] }): ReactNode {
  const { t } = useClientScreen();
  return (
    <section className="card">
      <h2>{t('plan.history')}</h2>
      <ol className="plan-versions" reversed>
        {versions.map((head) => (
          <li key={head.number}>
            <Signed head={head} />
            <Disclosure label={t('plan.open', { number: head.number })}>{() => <Version clientId={clientId} year={year} number={head.number} />}</Disclosure>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How a version stands, with who signed what and when. */
export function Signed({ head: { number, state, submitted, decided, reason } }: { readonly head: PlanHead }): ReactNode {
  const { t, format } = useClientScreen();
  return (
    <div className="plan-signed">
      <strong>{t('plan.version', { number })}</strong> <Lozenge {...stateLooks[state]}>{t(`plan.state.${state}`)}</Lozenge>
      {submitted !== null && <p className="small">{t('plan.submittedBy')}: <bdi>{submitted.by.name}</bdi>, {format.instant(submitted.at)}</p>}
      {decided !== null && <p className="small">{t(reason === null ? 'plan.validatedBy' : 'plan.returnedBy')}: <bdi>{decided.by.name}</bdi>, {format.instant(decided.at)}</p>}
      {reason !== null && <blockquote className="written">{reason}</blockquote>}
    </div>
  );
}

function Version({ clientId, year, number }: { readonly clientId: ClientId; readonly year: number; readonly number: number }): ReactNode {
  const ask = useCallback(() => call(readPlanVersion, { clientId, year, number }), [clientId, year, number]);
  const { asked, askAgain } = useAnswer<PlanVersionView>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(version) => <PlanContent version={version} />}</Asking>;
}
