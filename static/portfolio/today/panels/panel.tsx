import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Note } from '../../../shared/note';
import { useTodayScreen, type Item, type Outcome } from '../today-screen';

/** What a panel that settles an item is given. */
export interface PanelProperties {
  readonly item: Item;
  readonly onSettled: (outcome: Outcome) => void;
  readonly onCancel: () => void;
}

/** A part of another page that opened within an item's card; its heading takes the focus. */
export function Panel({ title, onCancel, children }: Pick<PanelProperties, 'onCancel'> & { readonly title: string; readonly children: ReactNode }): ReactNode {
  const { t } = useTodayScreen();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="today-panel" aria-labelledby={id}>
      <div className="card-head">
        <h3 id={id} ref={heading} tabIndex={-1}>{title}</h3>
        <button type="button" className="button button-link" onClick={onCancel}>{t('today.form.close')}</button>
      </div>
      {children}
    </section>
  );
}

/** Somebody settled it meanwhile. */
export function Overtaken({ onSettled }: Pick<PanelProperties, 'onSettled'>): ReactNode {
  const { t } = useTodayScreen();
  return <Note kind="information" title={t('today.gone.title')} action={{ label: t('today.again'), onAction: () => onSettled('overtaken') }}>{t('today.gone.body')}</Note>;
}

/** The reader sees it, and somebody else settles it. */
export function NotYours(): ReactNode {
  const { t } = useTodayScreen();
  return <Note kind="information" title={t('today.notYours.title')}>{t('today.notYours.body')}</Note>;
}
