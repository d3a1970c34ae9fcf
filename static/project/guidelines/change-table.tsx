import type { ReactNode } from 'react';
import type { Change } from '../../../src/domain/difference';
import { changeValue } from '../../shared/change-value';
import type { Format } from '../../shared/format';
import { Icon, type IconName } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import { withDealNames, type NamedDeal } from '../../shared/named-deal';

interface ChangeTableProperties {
  readonly changes: readonly Change[];
  readonly deals: readonly NamedDeal[];
}

type Kind = 'added' | 'removed' | 'changed';

const icons: Record<Kind, IconName> = { added: 'plus', removed: 'minus', changed: 'arrow' };

const kindOf = (change: Change): Kind => (change.before === null ? 'added' : change.after === null ? 'removed' : 'changed');

/** What differs, field by field, with the value before and after. */
export function ChangeTable({ changes, deals }: ChangeTableProperties): ReactNode {
  const { t, format } = useProjectScreen();
  if (changes.length === 0) return <p className="subtle">{t('compare.nothing')}</p>;
  return (
    <ul className="differences" aria-label={t('compare.changes', { count: changes.length })}>
      {changes.map((change, place) => {
        const kind = kindOf(change);
        return (
          <li key={place} className={`difference difference-${kind}`}>
            <div className="difference-head">
              <span className="difference-kind"><Icon name={icons[kind]} />{t(`change.${kind}`)}</span>
              <strong>{t(`field.${change.field}`)}</strong>
              {change.subject !== null && <bdi className="subtle">{change.subject}</bdi>}
            </div>
            <div className="difference-values">
              {change.before !== null && <Value label={t('change.before')} text={readable(change, change.before, format, deals)} className="before" />}
              {change.after !== null && <Value label={t('change.after')} text={readable(change, change.after, format, deals)} className="after" />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface ValueProperties {
  readonly label: string;
  readonly text: string;
  readonly className: string;
}

function Value({ label, text, className }: ValueProperties): ReactNode {
  const { t } = useProjectScreen();
  return (
    <div className={className}>
      <span className="small">{label}</span>
      {text === '' ? <span className="subtle">{t('change.empty')}</span> : <span className="written">{text}</span>}
    </div>
  );
}

/** A value of a change in the reader's form; deals by their names. */
function readable(change: Change, value: string, format: Format, deals: readonly NamedDeal[]): string {
  const text = changeValue(format, change.field, value);
  return change.field === 'staffing' ? withDealNames(text, deals) : text;
}
