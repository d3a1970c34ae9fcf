import type { ReactNode } from 'react';
import { Disclosure } from '../../page/disclosure';
import { useGateScreen } from '../gate-screen';

interface FoldedListProperties<Item> {
  readonly items: readonly Item[];
  readonly shown: number;
  /** On paper nothing can be opened. */
  readonly isPaper: boolean;
  readonly children: (item: Item) => ReactNode;
}

/** The first of a list, with the rest folded away. */
export function FoldedList<Item>({ items, shown, isPaper, children }: FoldedListProperties<Item>): ReactNode {
  const { t } = useGateScreen();
  const list = (part: readonly Item[]): ReactNode => <ul className="tile-list">{part.map((item, place) => <li key={place}>{children(item)}</li>)}</ul>;
  if (items.length === 0) return null;
  if (isPaper || items.length <= shown) return list(items);
  return (
    <>
      {list(items.slice(0, shown))}
      <Disclosure label={t('evidence.more', { count: items.length - shown })}>{() => list(items.slice(shown))}</Disclosure>
    </>
  );
}
