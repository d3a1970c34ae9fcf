import { useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { AnswerError } from '../../../src/contract/answer';
import { readToday, wakeItem } from '../../../src/contract/today';
import { byUrgency, urgencies, type Urgency } from '../../../src/domain/attention/attention-item';
import { Asking } from '../../page/asking';
import { Disclosure } from '../../page/disclosure';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { About, ItemCard } from './item-card';
import { itemWords, settledWords } from './item-words';
import { sentenceId, useTodayScreen, type Item, type Outcome, type TodayPage } from './today-screen';
import { isThe, useSeenTo } from './use-seen-to';
import './today.css';

/** Of a group so many are shown at once. */
const atOnce = 20;
const whose = ['mine', 'project', 'client'] as const;
type Whose = (typeof whose)[number];

interface TodayProperties {
  readonly onGo: (section: 'clients' | 'staffing', detail?: string) => void;
}

/** The account manager's first screen: what waits for them, the most urgent first, each with what settles it. */
export function TodaySection({ onGo }: TodayProperties): ReactNode {
  const { t } = useTodayScreen();
  const [wanted, choose] = useState<Whose | null>(null);
  // Whoever manages no project comes for everybody's.
  const [managesNone, setManagesNone] = useState(false);
  const chosen = wanted ?? (managesNone ? 'project' : 'mine');
  const [done, setDone] = useState('');
  const ask = useCallback(async () => {
    const answer = await call(readToday, request(chosen, null));
    if (wanted === null && answer.ok && answer.data.looked === 0 && answer.data.items.length === 0) setManagesNone(true);
    return answer;
  }, [chosen, wanted]);
  const { asked, askAgain, lookAgain, replace } = useAnswer<TodayPage>(ask);
  const title = useRef<HTMLHeadingElement>(null);
  const focusTitle = useCallback(() => title.current?.focus(), []);
  return (
    <>
      <header className="page-head">
        <div>
          <h1 ref={title} tabIndex={-1}>{t('today.title')}</h1>
          <p className="subtle">{t('today.about')}</p>
        </div>
        <button type="button" className="button" onClick={askAgain}>{t('today.again')}</button>
      </header>
      <div className="parts" role="group" aria-label={t('today.whose')}>
        {whose.map((one) => <button key={one} type="button" className="part" aria-pressed={one === chosen} onClick={() => choose(one)}>{t(`today.whose.${one}`)}</button>)}
      </div>
      <p role="status" className="small today-status">{done}</p>
      <Asking asked={asked} onRetry={askAgain}>
        {(page) => <Waiting key={chosen} page={page} chosen={chosen} onGo={onGo} onPage={replace} onAgain={askAgain} onLook={lookAgain} onDone={setDone} onLast={focusTitle} />}
      </Asking>
    </>
  );
}

const request = (chosen: Whose, after: string | null) => ({ whose: chosen === 'mine' ? ('mine' as const) : ('all' as const), kind: chosen === 'client' ? ('client' as const) : ('project' as const), after });

interface WaitingProperties extends TodayProperties {
  readonly page: TodayPage;
  readonly chosen: Whose;
  readonly onPage: (page: TodayPage) => void;
  readonly onAgain: () => void;
  readonly onLook: () => Promise<AnswerError | null>;
  readonly onDone: (what: string) => void;
  /** Nothing waits any more that could take the focus. */
  readonly onLast: () => void;
}

function Waiting({ page, chosen, onGo, onPage, onAgain, onLook, onDone, onLast }: WaitingProperties): ReactNode {
  const { t, format } = useTodayScreen();
  const { busy, error, run } = useAction();
  const sorted = [...page.items].sort(byUrgency(page.today));
  const [standing, snoozed] = [sorted.filter(({ snooze }) => snooze === null), sorted.filter(({ snooze }) => snooze !== null)];
  const [stale, setStale] = useState<AnswerError | null>(null);
  const focus = useRef<string | null>(null);
  useEffect(() => {
    if (focus.current === null) return;
    const sentence = document.getElementById(focus.current);
    focus.current = null;
    if (sentence === null) onLast();
    else sentence.focus();
  }, [page, onLast]);
  const look = (): void => void onLook().then(setStale);
  const seenTo = useSeenTo({ items: page.items, onLook, onDone, onStale: setStale });
  const settled = (item: Item, outcome: Outcome): void => {
    const { what } = item;
    const place = standing.findIndex(isThe(item));
    const next = standing[place + 1] ?? standing[place - 1];
    if (outcome === 'seenTo') return void seenTo(item, next);
    const named = outcome === 'done' ? settledWords(t, item) : what.kind === 'scopeChange' ? what.title : itemWords(t, format, what);
    onDone(t(`today.outcome.${outcome}`, { what: named }));
    if (outcome === 'negotiating' || outcome === 'takenUp') {
      focus.current = outcome === 'negotiating' ? sentenceId(item) : '';
      return look();
    }
    focus.current = next === undefined ? '' : sentenceId(next);
    // It is gone from the list even where the newest state cannot be read.
    onPage({ ...page, items: page.items.filter((one) => !isThe(item)(one)) });
    // What was only ordered still looks as it did, until it is carried out.
    if (outcome !== 'ordered') look();
  };
  const more = (): void => void run(() => call(readToday, request(chosen, page.next)), (next) => onPage({ ...next, administers: page.administers || next.administers, looked: page.looked + next.looked, items: [...page.items, ...next.items] }));
  return (
    <>
      {stale !== null && <ErrorNote error={stale} onRetry={look} />}
      {standing.length === 0 ? <Quiet page={page} /> : <Tiles items={standing} />}
      {urgencies.map((urgency) => <Group key={urgency} urgency={urgency} items={standing.filter((item) => item.urgency === urgency)} page={page} isOfTeam={chosen !== 'mine'} onSettled={settled} onGo={onGo} />)}
      {snoozed.length > 0 && (
        <Disclosure label={t('today.snoozed', { count: snoozed.length })}>
          {() => <ol className="today-snoozed">{snoozed.map((item) => <Snoozed key={`${item.subject} ${item.id}`} item={item} page={page} onGo={onGo} onWoken={onAgain} />)}</ol>}
        </Disclosure>
      )}
      {error !== null && <ErrorNote error={error} onRetry={more} />}
      {page.next !== null && <button type="button" className="button more" disabled={busy} onClick={more}>{t('today.next')}</button>}
    </>
  );
}

function Quiet({ page: { looked } }: Pick<WaitingProperties, 'page'>): ReactNode {
  const { t } = useTodayScreen();
  return (
    <div className="empty">
      <h2>{t('today.quiet.title')}</h2>
      <p>{looked === 0 ? t('today.quiet.none') : t('today.quiet.body', { count: looked })}</p>
    </div>
  );
}

/** How much waits, at a glance. */
function Tiles({ items }: { readonly items: readonly Item[] }): ReactNode {
  const { t } = useTodayScreen();
  return (
    <ul className="today-tiles">
      {urgencies.map((urgency) => (
        <li key={urgency} className={`today-tile ${items.some((item) => item.urgency === urgency) ? `today-${urgency}` : ''}`}>
          <strong>{items.filter((item) => item.urgency === urgency).length}</strong> {t(`today.group.${urgency}`)}
        </li>
      ))}
    </ul>
  );
}

interface GroupProperties extends TodayProperties {
  readonly urgency: Urgency;
  readonly items: readonly Item[];
  readonly page: TodayPage;
  readonly isOfTeam: boolean;
  readonly onSettled: (item: Item, outcome: Outcome) => void;
}

function Group({ urgency, items, page, isOfTeam, onSettled, onGo }: GroupProperties): ReactNode {
  const { t } = useTodayScreen();
  const [most, setMost] = useState(atOnce);
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="today-group">{t(`today.group.${urgency}`)} <span className="subtle">{t('today.count', { count: items.length })}</span></h2>
      <ol className="cards">
        {items.slice(0, most).map((item) => <ItemCard key={`${item.subject} ${item.id}`} item={item} today={page.today} isOfTeam={isOfTeam} administers={page.administers} onSettled={onSettled} onGo={onGo} />)}
      </ol>
      {items.length > most && <button type="button" className="button more" onClick={() => setMost(most + atOnce)}>{t('today.show', { count: items.length - most })}</button>}
    </section>
  );
}

interface SnoozedProperties extends TodayProperties {
  readonly item: Item;
  readonly page: TodayPage;
  readonly onWoken: () => void;
}

function Snoozed({ item, page, onGo, onWoken }: SnoozedProperties): ReactNode {
  const { t, format } = useTodayScreen();
  const { busy, error, run } = useAction();
  if (item.snooze === null) return null;
  return (
    <li className="today-line">
      <div className="today-words">
        <p dir="auto">{itemWords(t, format, item.what)}</p>
        <p className="small"><About item={item} onGo={onGo} /> · {t('today.snoozed.until', { day: format.shortDate(item.snooze.until, page.today), reason: item.snooze.reason })}</p>
        {error !== null && <ErrorNote error={error} />}
      </div>
      <button type="button" className="button" disabled={busy} onClick={() => void run(() => call(wakeItem, { subject: item.subject, itemId: item.id }), onWoken)}>{t('today.wake')}</button>
    </li>
  );
}
