import { useId, type ReactNode } from 'react';
import { dealStages } from '../../../src/domain/deal';
import { projectOrders, type ProjectView } from '../../../src/domain/attention/project-view';
import { states } from '../margins/shown-projects';
import { useTodayScreen, type ProjectLine, type TodayKey } from '../today/today-screen';
import { named } from './shown-projects';

interface FiltersProperties {
  readonly projects: readonly ProjectLine[];
  readonly view: ProjectView;
  readonly onView: (view: ProjectView) => void;
}

/** What of all projects is wanted, and in which order. */
export function ProjectFilters({ projects, view, onView }: FiltersProperties): ReactNode {
  const { t } = useTodayScreen();
  const id = useId();
  const managers = named(projects.flatMap(({ manager }) => manager ?? []), ({ accountId }) => accountId, ({ name }) => name);
  const clients = named(projects.flatMap((line) => line.clients), (client) => client.id, ({ name }) => name);
  const want = (change: Partial<ProjectView>): void => onView({ ...view, ...change });
  return (
    <div className="filters project-filters">
      <div className="field">
        <label htmlFor={`${id}-text`}>{t('projects.find')}</label>
        <input id={`${id}-text`} className="input" type="search" maxLength={100} value={view.text} onChange={(event) => want({ text: event.target.value })} />
      </div>
      <Choice label="projects.sort" value={view.order} options={projectOrders.map((order) => ({ value: order, name: t(`projects.sort.${order}`) }))} onChoose={(order) => want({ order: order ?? 'urgency' })} />
      <Choice label="projects.filter.manager" value={view.managerId} any options={managers.map(({ accountId, name }) => ({ value: accountId, name }))} onChoose={(managerId) => want({ managerId })} />
      <Choice label="projects.filter.client" value={view.clientId} any options={clients.map(({ id: value, name }) => ({ value, name }))} onChoose={(clientId) => want({ clientId })} />
      <Choice label="projects.filter.stage" value={view.stage} any options={dealStages.map((value) => ({ value, name: t(`stage.${value}`) }))} onChoose={(stage) => want({ stage })} />
      <Choice label="projects.filter.margin" value={view.marginState} any options={states.map((value) => ({ value, name: t(`margin.state.${value}`) }))} onChoose={(marginState) => want({ marginState })} />
      <label className="mine" htmlFor={`${id}-mine`}>
        <input id={`${id}-mine`} type="checkbox" checked={view.mineOnly} onChange={(event) => want({ mineOnly: event.target.checked })} />
        {t('projects.mine')}
      </label>
    </div>
  );
}

interface ChoiceProperties<Value extends string> {
  readonly label: TodayKey;
  readonly value: Value | null;
  /** Whether nothing may be chosen, which is everything. */
  readonly any?: boolean;
  readonly options: readonly { readonly value: Value; readonly name: string }[];
  readonly onChoose: (value: Value | null) => void;
}

function Choice<Value extends string>({ label, value, any = false, options, onChoose }: ChoiceProperties<Value>): ReactNode {
  const { t } = useTodayScreen();
  const id = useId();
  return (
    <div className="field short">
      <label htmlFor={id}>{t(label)}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChoose(options.find((one) => one.value === event.target.value)?.value ?? null)}>
        {any && <option value="">{t('projects.filter.all')}</option>}
        {options.map((one) => <option key={one.value} value={one.value}>{one.name}</option>)}
      </select>
    </div>
  );
}
