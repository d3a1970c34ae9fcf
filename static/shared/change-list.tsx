import './change-list.css';
import type { ReactNode } from 'react';
import type { Change } from '../../src/domain/difference';
import { changeValue } from './change-value';
import { Icon, type IconName } from './icon';
import { useScreen } from './screen';

type Kind = 'added' | 'removed' | 'changed';

const icons: Record<Kind, IconName> = { added: 'plus', removed: 'minus', changed: 'arrow' };

function kindOf(change: Change): Kind {
  if (change.before === null) return 'added';
  return change.after === null ? 'removed' : 'changed';
}

/** What differs between two versions, each difference told by its icon and words. */
export function ChangeList({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  return (
    <ul className="changes">
      {changes.map((change, place) => (
        <li key={place} className={`change change-${kindOf(change)}`}>
          <ChangeItem change={change} />
        </li>
      ))}
    </ul>
  );
}

function ChangeItem({ change }: { readonly change: Change }): ReactNode {
  const { t, format } = useScreen();
  const kind = kindOf(change);
  const written = (value: string): ReactNode =>
    value === '' ? <em className="subtle">{t('change.empty')}</em> : <span className="written">{changeValue(format, change.field, value)}</span>;
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
