import { useState, type ReactNode } from 'react';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { Urgency } from '../../../src/domain/attention/attention-item';
import type { IconName } from '../../shared/icon';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { ProjectLink } from '../margins/project-link';
import { ItemAction, type SettleForm } from './item-actions';
import { Settle, SnoozeForm } from './item-forms';
import { itemWords } from './item-words';
import { useTodayScreen, type Item } from './today-screen';

const looks: Readonly<Record<Urgency, { readonly tone: Tone; readonly icon: IconName }>> = {
  overdue: { tone: 'danger', icon: 'error' },
  today: { tone: 'warning', icon: 'flag' },
  week: { tone: 'information', icon: 'clock' },
  later: { tone: 'neutral', icon: 'dot' },
};

interface ItemCardProperties {
  readonly item: Item;
  readonly today: PlainDate;
  /** Whether it says whose it is. */
  readonly isOfTeam: boolean;
  readonly onSettled: (item: Item) => void;
  readonly onGo: (section: 'clients' | 'month', detail?: string) => void;
}

/** One thing that waits: what, about whom, by when, and what settles it. */
export function ItemCard({ item, today, isOfTeam, onSettled, onGo }: ItemCardProperties): ReactNode {
  const { t, format } = useTodayScreen();
  const [open, setOpen] = useState<SettleForm | 'snooze' | null>(null);
  const { what, about, dueOn, since, money, manager, urgency } = item;
  const toggle = (form: SettleForm | 'snooze') => (): void => setOpen(open === form ? null : form);
  const done = (): void => {
    setOpen(null);
    onSettled(item);
  };
  return (
    <li className={`card today-item today-${urgency}`}>
      <div className="today-line">
        <div className="today-words">
          <p className="today-what"><Lozenge {...looks[urgency]}>{t(`today.kind.${what.kind}`)}</Lozenge> <strong dir="auto">{itemWords(t, format, what)}</strong></p>
          <p className="small">
            <About item={item} onGo={onGo} />
            {money !== null && <> · {format.money(money)}</>}
            {dueOn !== null ? <> · {t('today.due', { day: format.shortDate(dueOn, today) })} ({format.distance(dueOn, today)})</> : since !== null && <> · {t('today.since', { day: format.shortDate(since, today) })}</>}
            {isOfTeam && manager !== null && <> · {t('today.manager', { name: manager.name })}</>}
            {about.kind === 'project' && about.clients.length > 0 && <> · <bdi>{about.clients.map(({ name }) => name).join(', ')}</bdi></>}
          </p>
        </div>
        <div className="today-actions">
          <ItemAction item={item} open={open === 'snooze' ? null : open} onForm={(form) => toggle(form)()} onSettled={done} onGo={onGo} />
          <button type="button" className="button" aria-expanded={open === 'snooze'} onClick={toggle('snooze')}>{t('today.action.snooze')}</button>
        </div>
      </div>
      {open === 'snooze' && <SnoozeForm item={item} today={today} onDone={done} onCancel={() => setOpen(null)} />}
      {open !== null && open !== 'snooze' && <Settle form={open} item={item} today={today} onDone={done} onCancel={() => setOpen(null)} />}
    </li>
  );
}

/** The project or client that an item is about, as a way there. */
export function About({ item: { about }, onGo }: Pick<ItemCardProperties, 'item' | 'onGo'>): ReactNode {
  if (about.kind === 'client') return <button type="button" className="button button-link" onClick={() => onGo('clients', about.clientId)}><bdi>{about.name}</bdi></button>;
  return about.key === null ? <bdi>{about.name}</bdi> : <ProjectLink projectKey={about.key} name={about.name} />;
}
