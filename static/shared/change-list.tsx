import './change-list.css';
import type { ReactNode } from 'react';
import type { Change } from '../../src/domain/difference';
import { changeValue } from './change-value';
import { Icon, type IconName } from './icon';
import { withDealNames, type NamedDeal } from './named-deal';
import { useScreen } from './screen';

type Kind = 'added' | 'removed' | 'changed';

const icons: Record<Kind, IconName> = { added: 'plus', removed: 'minus', changed: 'arrow' };

function kindOf(change: Change): Kind {
  if (change.before === null) return 'added';
  return change.after === null ? 'removed' : 'changed';
}

interface ChangeListProperties {
  readonly changes: readonly Change[];
  /** The deals that a staffing line can name. */
  readonly deals: readonly NamedDeal[];
}

/** What differs between two versions, each difference told by its icon and words. */
export function ChangeList({ changes, deals }: ChangeListProperties): ReactNode {
  return (
    <ul className="changes">
      {changes.map((change, place) => (
        <li key={place} className={`change change-${kindOf(change)}`}>
          <ChangeItem change={change} deals={deals} />
        </li>
      ))}
    </ul>
  );
}

function ChangeItem({ change, deals }: { readonly change: Change; readonly deals: readonly NamedDeal[] }): ReactNode {
  const { t, format } = useScreen();
  const kind = kindOf(change);
  const written = (value: string): ReactNode =>
    value === '' ? <em className="subtle">{t('change.empty')}</em> : <span className="written">{withDealNames(changeValue(format, change.field, value), deals)}</span>;
  return (
    <>
      <Icon name={icons[kind]} />
      <div className="change-text">
        <strong>{t(`field.${change.field}`)}</strong>
        <span className="subtle">{t(`change.${kind}`)}</span>
        {change.before !== null && (
          <del>
            <span className="unseen">{t('change.before')}: </span>
            {written(change.before)}
          </del>
        )}
        {change.after !== null && (
          <ins>
            <span className="unseen">{t('change.after')}: </span>
            {written(change.after)}
          </ins>
        )}
      </div>
    </>
  );
}
