import { useRef, useState, type ReactNode } from 'react';
import type { PlainDate } from '../../../src/domain/plain-date';
import type { Urgency } from '../../../src/domain/attention/attention-item';
import type { Written } from '../../gate/review/review';
import type { IconName } from '../../shared/icon';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { ProjectLink } from '../margins/project-link';
import { ItemAction, type SettleForm } from './item-actions';
import { InProject } from './in-project';
import { Settle, SnoozeForm } from './item-forms';
import { ItemPanel } from './item-panels';
import { itemWords } from './item-words';
import { isOfClientFile } from './of-client-file';
import { sentenceId, useTodayScreen, type Item, type Outcome } from './today-screen';

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
  readonly administers: boolean;
  readonly onSettled: (item: Item, outcome: Outcome) => void;
  readonly onGo: (section: 'clients' | 'staffing', detail?: string) => void;
}

/** One thing that waits: what, about whom, by when, and what settles it. */
export function ItemCard({ item, today, isOfTeam, administers, onSettled, onGo }: ItemCardProperties): ReactNode {
  const { t, format } = useTodayScreen();
  const [open, setOpen] = useState<SettleForm | 'snooze' | null>(null);
  // Closing a review and opening it again loses nothing.
  const [written, write] = useState<Written | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  const { what, about, dueOn, since, money, manager, urgency } = item;
  const change = (form: SettleForm | 'snooze' | null): void => {
    // In a part of the client's file more than one thing can be done, so whether that was enough is looked at afterwards.
    if (open === 'panel' && isOfClientFile(what)) onSettled(item, 'seenTo');
    setOpen(form);
  };
  const toggle = (form: SettleForm | 'snooze') => (): void => change(open === form ? null : form);
  const close = (): void => {
    // The focus goes back to what opened it.
    actions.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    change(null);
  };
  const settled = (outcome: Outcome): void => {
    setOpen(null);
    onSettled(item, outcome);
  };
  const form = { item, today, onDone: () => settled('done'), onCancel: close };
  const card = (
    <li className={`card today-item today-${urgency}`}>
      <div className="today-line">
        <div className="today-words">
          <p className="today-what" id={sentenceId(item)} tabIndex={-1}><Lozenge {...looks[urgency]}>{t(`today.kind.${what.kind}`)}</Lozenge> <strong dir="auto">{itemWords(t, format, what)}</strong></p>
          <p className="small">
            <About item={item} onGo={onGo} />
            {money !== null && <> · {format.money(money)}</>}
            {dueOn !== null ? <> · {t('today.due', { day: format.shortDate(dueOn, today) })} ({format.distance(dueOn, today)})</> : since !== null && <> · {t('today.since', { day: format.shortDate(since, today) })}</>}
            {isOfTeam && manager !== null && <> · {t('today.manager', { name: manager.name })}</>}
            {about.kind === 'project' && about.clients.length > 0 && <> · <bdi>{about.clients.map(({ name }) => name).join(', ')}</bdi></>}
          </p>
        </div>
        <div className="today-actions" ref={actions}>
          <ItemAction item={item} administers={administers} open={open === 'snooze' ? null : open} onForm={(one) => toggle(one)()} onSettled={settled} onGo={onGo} />
          <button type="button" className="button" aria-expanded={open === 'snooze'} onClick={toggle('snooze')}>{t('today.action.snooze')}</button>
        </div>
      </div>
      {open === 'snooze' && <SnoozeForm {...form} onDone={() => settled('snoozed')} />}
      {open === 'panel' && <ItemPanel item={item} written={written} onWrite={write} onSettled={settled} onCancel={close} />}
      {open !== null && open !== 'snooze' && open !== 'panel' && <Settle {...form} form={open} />}
    </li>
  );
  return about.kind === 'project' ? <InProject subject={item.subject} project={about.key === null ? null : { id: about.projectId, key: about.key }}>{card}</InProject> : card;
}

/** The project or client that an item is about, as a way there. */
export function About({ item: { about }, onGo }: Pick<ItemCardProperties, 'item' | 'onGo'>): ReactNode {
  if (about.kind === 'client') return <button type="button" className="button button-link" onClick={() => onGo('clients', about.clientId)}><bdi>{about.name}</bdi></button>;
  return about.key === null ? <bdi>{about.name}</bdi> : <ProjectLink projectKey={about.key} name={about.name} />;
}
