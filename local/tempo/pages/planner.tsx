import { addDays, dayNumber } from '../../plain-date';
import { isoWeek } from '../calendar';
import type { PlanItemName, Plan } from '../model';
import { formatDate, formatHours, formatRange, formatWeek } from './formats';
import { Layout } from './layout';
import type { PageFrame } from './page-frame';
import { isOverbooked, type Bar, type Timeline, type TimelineFilter, type TimelineRow, type TimelineWindow, type WeekLoad } from './timeline';

const HUES = 8;
const APPROVAL_SIGNS = { REQUESTED: '…', APPROVED: '✓', REJECTED: '✕' } as const;

export interface PlannerPageProps {
  readonly frame: PageFrame;
  readonly window: TimelineWindow;
  readonly filter: TimelineFilter;
  readonly timeline: Timeline;
  readonly today: string;
  readonly projects: readonly PlanItemName[];
  /** Everybody who can be chosen in the filter: key and name. */
  readonly assignees: readonly PlanItemName[];
  readonly itemName: (plan: Plan) => string;
  readonly hoursPerDay: (plan: Plan) => number;
}

function addressOf(window: TimelineWindow, filter: TimelineFilter): string {
  const query = new URLSearchParams({ from: window.from, weeks: String(window.weeks) });
  if (filter.assignee !== undefined) query.set('assignee', filter.assignee);
  if (filter.projectId !== undefined) query.set('project', filter.projectId);
  return `/?${query.toString()}`;
}

/** Projects take the hues in turn, so that neighbours in the list differ; whatever is not in the list has the last one. */
function hueOf(plan: Plan, projects: readonly PlanItemName[]): string {
  const place = plan.planItemType === 'PROJECT' ? projects.findIndex((project) => project.id === plan.planItemId) : -1;
  return `hue-${place === -1 ? HUES - 1 : place % (HUES - 1)}`;
}

function PlanBar({ bar, page }: { readonly bar: Bar; readonly page: PlannerPageProps }) {
  const { plan } = bar;
  const { texts, language } = page.frame;
  const name = page.itemName(plan);
  const hours = formatHours(page.hoursPerDay(plan) * 3600, language);
  const approval = plan.approval === undefined ? '' : `, ${texts[`approval_${plan.approval.status}`]}`;
  const dates = `${formatDate(plan.startDate, language)} – ${formatDate(plan.endDate, language)}`;
  const label = `${name}, ${hours} ${texts.perDay}, ${dates}${approval}${plan.description === '' ? '' : `. ${plan.description}`}`;
  const classes = ['plan', hueOf(plan, page.projects)];
  if (plan.assigneeType === 'GENERIC') classes.push('placeholder');
  if (bar.beginsEarlier) classes.push('earlier');
  if (bar.endsLater) classes.push('later');
  return (
    <a
      class={classes.join(' ')}
      style={`grid-column:${bar.firstDay + 1}/${bar.lastDay + 2};grid-row:${bar.lane + 1}`}
      href={`/plans/${plan.id}`}
      title={label}
      aria-label={label}
    >
      {bar.beginsEarlier ? <span aria-hidden="true">◂</span> : null}
      <b>{name}</b>
      <span class="amount">{`${hours} ${texts.hours}`}</span>
      {plan.approval === undefined ? null : <span class="amount" aria-hidden="true">{APPROVAL_SIGNS[plan.approval.status]}</span>}
      {bar.endsLater ? <span class="amount" aria-hidden="true">▸</span> : null}
    </a>
  );
}

function Load({ load, week, page }: { readonly load: WeekLoad; readonly week: number; readonly page: PlannerPageProps }) {
  const { texts, language } = page.frame;
  const planned = formatHours(load.plannedSeconds, language);
  const capacity = load.capacitySeconds === undefined ? undefined : formatHours(load.capacitySeconds, language);
  const over = isOverbooked(load);
  const share = load.capacitySeconds === undefined || load.capacitySeconds === 0 ? 0 : Math.min(1, load.plannedSeconds / load.capacitySeconds);
  const spoken =
    load.plannedSeconds === 0
      ? texts.freeWeek
      : `${planned}${capacity === undefined ? '' : ` ${texts.ofCapacity} ${capacity}`} ${texts.hours}${over ? `, ${texts.overbooked}` : ''}`;
  const shown = load.plannedSeconds === 0 ? '·' : `${over ? '▲ ' : ''}${planned}${capacity === undefined ? ` ${texts.hours}` : `/${capacity}`}`;
  return (
    <div class={over ? 'load over' : 'load'} style={`--week:${week}`} title={`${texts.week} ${isoWeek(load.monday)}: ${spoken}`}>
      {over || share > 0 ? <i style={over ? undefined : `width:${Math.round(share * 100)}%`}></i> : null}
      <span aria-hidden="true">{shown}</span>
      <span class="hidden">{`${texts.week} ${isoWeek(load.monday)}: ${spoken}`}</span>
    </div>
  );
}

function Row({ row, page }: { readonly row: TimelineRow; readonly page: PlannerPageProps }) {
  const { texts } = page.frame;
  const todayColumn = dayNumber(page.today) - dayNumber(page.window.from) + 1;
  const showsToday = todayColumn >= 1 && todayColumn <= page.window.weeks * 7;
  return (
    <div class="line row" role="group" aria-label={row.name}>
      <div class="name">
        <b>{row.name}</b>
        <span>{row.active ? (row.role ?? '') : `${row.role ?? ''} · ${texts.inactive}`}</span>
      </div>
      <div class="track" style={`--lanes:${Math.max(1, row.lanes)}`}>
        {row.bars.length === 0 ? <span class="empty">{texts.noPlans}</span> : null}
        {showsToday ? <span class="now-line" style={`grid-column:${todayColumn}`}></span> : null}
        {row.bars.map((bar) => <PlanBar bar={bar} page={page} />)}
      </div>
      {row.loads.map((load, week) => <Load load={load} week={week + 1} page={page} />)}
    </div>
  );
}

function Tools({ page }: { readonly page: PlannerPageProps }) {
  const { window, filter, frame } = page;
  const { texts } = frame;
  const step = (weeks: number): string => addressOf({ ...window, from: addDays(window.from, weeks * 7) }, filter);
  const newPlan = new URLSearchParams();
  if (filter.assignee !== undefined) newPlan.set('assignee', filter.assignee);
  if (filter.projectId !== undefined) newPlan.set('project', filter.projectId);
  return (
    <form class="bar-of-tools" method="get" action="/">
      <div class="steps">
        <a class="button" href={step(-4)} aria-label={texts.previousMonth} title={texts.previousMonth}>«</a>
        <a class="button" href={step(-1)} aria-label={texts.previousWeek} title={texts.previousWeek}>‹</a>
        <a class="button" href={`/?weeks=${window.weeks}`}>{texts.today}</a>
        <a class="button" href={step(1)} aria-label={texts.nextWeek} title={texts.nextWeek}>›</a>
        <a class="button" href={step(4)} aria-label={texts.nextMonth} title={texts.nextMonth}>»</a>
      </div>
      <input type="hidden" name="from" value={window.from} />
      <label>
        {texts.who}
        <select name="assignee">
          <option value="">{texts.everybody}</option>
          {page.assignees.map((each) => <option value={each.id} selected={each.id === filter.assignee}>{each.name}</option>)}
        </select>
      </label>
      <label>
        {texts.project}
        <select name="project">
          <option value="">{texts.allProjects}</option>
          {page.projects.map((each) => <option value={each.id} selected={each.id === filter.projectId}>{each.name}</option>)}
        </select>
      </label>
      <label>
        {texts.weeksShown}
        <select name="weeks">
          {[4, 8, 10, 12].map((weeks) => <option value={weeks} selected={weeks === window.weeks}>{weeks}</option>)}
        </select>
      </label>
      <button type="submit">{texts.show}</button>
      <a class="button primary end" href={`/plans/new?${newPlan.toString()}`}>{texts.addPlan}</a>
    </form>
  );
}

function Legend({ page }: { readonly page: PlannerPageProps }) {
  const { texts } = page.frame;
  return (
    <ul class="legend" aria-label={texts.legend}>
      <li><span class="plan sample hue-0"></span> {texts.legendPlan}</li>
      <li><span class="plan sample placeholder hue-0"></span> {texts.legendPlaceholder}</li>
      <li><span class="load over"><i></i><span>▲</span></span> {texts.legendOver}</li>
      <li><span class="stroke"></span> {texts.legendToday}</li>
      <li>✓ {texts.approval_APPROVED}, … {texts.approval_REQUESTED}, ✕ {texts.approval_REJECTED}</li>
    </ul>
  );
}

/** Plans by person and week. */
export function PlannerPage(page: PlannerPageProps) {
  const { timeline, window, frame } = page;
  const { texts, language } = frame;
  const isEmpty = timeline.people.length === 0 && timeline.placeholders.length === 0;
  return (
    <Layout frame={frame} title={texts.planner} current="planner">
      <h1>{`${texts.planner}: ${formatRange(window.from, timeline.lastDate, language)}`}</h1>
      <Tools page={page} />
      {isEmpty ? <p class="note">{texts.nobody}</p> : (
        <div class="planner" role="region" tabindex={0} aria-label={texts.planner} style={`--weeks:${window.weeks};--days:${window.weeks * 7}`}>
          <div class="line head">
            <div></div>
            {timeline.mondays.map((monday) => (
              <div class={page.today >= monday && page.today <= addDays(monday, 6) ? 'now' : undefined}>
                <b>{`${texts.weekShort}${isoWeek(monday)}`}</b>
                {formatWeek(monday, addDays(monday, 6), language)}
              </div>
            ))}
          </div>
          {timeline.people.length === 0 ? null : <h2 class="group">{texts.people}</h2>}
          {timeline.people.map((row) => <Row row={row} page={page} />)}
          {timeline.placeholders.length === 0 ? null : <h2 class="group">{texts.placeholders}</h2>}
          {timeline.placeholders.map((row) => <Row row={row} page={page} />)}
        </div>
      )}
      <Legend page={page} />
    </Layout>
  );
}
