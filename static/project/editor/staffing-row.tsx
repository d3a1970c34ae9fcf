import { memo, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { elementId, problemFor, useEditing } from './editing';
import { PersonPicker } from './person-picker';
import { same } from './same';
import type { NamedDealId } from './staffing-lines';
import { TextField } from './text-field';

type Line = Draft['staffing'][number];

interface StaffingRowProperties {
  readonly line: Line;
  readonly number: number;
  readonly roleList: string;
  readonly problems: readonly DraftProblem[];
  readonly deals: readonly NamedDealId[];
}

/** One of up to two hundred rows, so it is drawn again only when it is its own turn. */
export const StaffingRow = memo(
  function StaffingRow({ line, number, roleList, problems, deals }: StaffingRowProperties): ReactNode {
    const { t } = useProjectScreen();
    const { edit } = useEditing();
    const field = `staffing.${line.id}`;
    const change = (part: Partial<Line>): void =>
      edit((draft) => ({ ...draft, staffing: draft.staffing.map((one) => (one.id === line.id ? { ...one, ...part } : one)) }));
    const remove = (): void => edit((draft) => ({ ...draft, staffing: draft.staffing.filter((one) => one.id !== line.id) }));

    return (
      <div className="staffing-row" role="group" aria-label={t('staffing.number', { number })}>
        <TextField field={`${field}.role`} label={t('staffing.role')} list={roleList} value={line.role} onChange={(role) => change({ role })} problem={problemFor(problems, `${field}.role`)} />
        <PersonPicker id={elementId(`${field}.person`)} person={line.person} onChange={(person) => change({ person })} />
        <TextField field={`${field}.from`} kind="date" label={t('staffing.from')} value={line.from} onChange={(from) => change({ from })} problem={problemFor(problems, `${field}.from`)} />
        <TextField field={`${field}.to`} kind="date" label={t('staffing.to')} min={line.from} value={line.to} onChange={(to) => change({ to })} problem={problemFor(problems, `${field}.to`)} />
        <TextField field={`${field}.hoursPerDay`} kind="figure" label={t('staffing.hoursPerDay')} value={line.hoursPerDay} onChange={(hoursPerDay) => change({ hoursPerDay })} problem={problemFor(problems, `${field}.hoursPerDay`)} />
        {deals.length > 1 && (
          <div className="field">
            <label htmlFor={elementId(`${field}.dealId`)}>{t('staffing.deal')}</label>
            <select
              id={elementId(`${field}.dealId`)}
              className="input"
              value={line.dealId ?? ''}
              onChange={(event) => change({ dealId: deals.find((deal) => deal.id === event.target.value)?.id ?? null })}
            >
              <option value="">{t('staffing.firstDeal', { deal: deals[0]?.name ?? '' })}</option>
              {deals.map((deal) => <option key={deal.id} value={deal.id}>{deal.name}</option>)}
            </select>
          </div>
        )}
        <button type="button" className="button remove" aria-label={t('staffing.remove', { number })} onClick={remove}><Icon name="cross" /></button>
      </div>
    );
  },
  (before, after) =>
    before.line === after.line && before.number === after.number && before.deals === after.deals && same(before.problems, after.problems),
);
