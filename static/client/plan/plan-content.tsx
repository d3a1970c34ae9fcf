import type { ReactNode } from 'react';
import { isAmount, isCurrency } from '../../../src/domain/money';
import { Icon } from '../../shared/icon';
import { useClientScreen } from '../client-screen';
import type { PlanVersionView } from './plan-view';

/** A version of the plan to read: its figures, rules, goals and risks, and what it changes. */
export function PlanContent({ version: { plan, changes } }: { readonly version: PlanVersionView }): ReactNode {
  const { t, format } = useClientScreen();
  const percent = (value: number | null): string => (value === null ? t('client.unknown') : format.percent(value));
  return (
    <>
      <dl className="plan-sums">
        <div><dt>{t('plan.field.amount')}</dt><dd>{plan.budget === null ? t('client.unknown') : format.money(plan.budget)}</dd></div>
        <div><dt>{t('plan.growth')}</dt><dd>{percent(plan.growth)}</dd></div>
        <div><dt>{t('plan.upsell')}</dt><dd>{percent(plan.upsell)}</dd></div>
      </dl>
      {plan.rules !== '' && <><h3>{t('plan.field.rules')}</h3><p className="written">{plan.rules}</p></>}
      {plan.goals.length > 0 && <><h3>{t('plan.goals')}</h3><ol className="plan-read">{plan.goals.map(({ id, text }) => <li key={id}><bdi>{text}</bdi></li>)}</ol></>}
      {plan.risks.length > 0 && <><h3>{t('plan.risks')}</h3><ul className="plan-read">{plan.risks.map(({ id, text }) => <li key={id}><bdi>{text}</bdi></li>)}</ul></>}
      {changes !== null && <Changes changes={changes} />}
    </>
  );
}

type Change = NonNullable<PlanVersionView['changes']>[number];

function Changes({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  const { t, format } = useClientScreen();
  const value = (field: Change['field'], text: string | null): ReactNode => {
    if (text === null) return <em className="subtle">{t('change.empty')}</em>;
    const [amount = '', currency = ''] = text.split(' ');
    if (field === 'budget' && isAmount(amount) && isCurrency(currency)) return format.money({ amount, currency });
    return field === 'growth' || field === 'upsell' ? format.percent(Number(text)) : <span className="written">{text}</span>;
  };
  return (
    <>
      <h3>{t('plan.changes')}</h3>
      {changes.length === 0 ? <p className="subtle">{t('plan.noChanges')}</p> : (
        <div className="scroll">
          <table className="table">
            <thead><tr><th scope="col">{t('plan.change.field')}</th><th scope="col">{t('change.before')}</th><th scope="col">{t('change.after')}</th></tr></thead>
            <tbody>
              {changes.map(({ field, before, after }, at) => (
                <tr key={at}>
                  <th scope="row"><Icon name={before === null ? 'plus' : after === null ? 'minus' : 'arrow'} /> {t(`plan.change.${field}`)}</th>
                  <td>{value(field, before)}</td>
                  <td>{value(field, after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
