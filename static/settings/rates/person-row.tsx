import { memo, useId, type ReactNode } from 'react';
import { rateLimits } from '../../../src/domain/rates';
import { Icon } from '../../shared/icon';
import { useSettings } from '../use-settings';
import type { DraftChange } from './draft-change';
import { focusPerson } from './focus-row';
import { MarkLozenge } from './mark-lozenge';
import { roleId } from './rate-groups';
import { personMark, personProblem, type TypedPerson } from './typed-people';

interface PersonRowProperties {
  readonly one: TypedPerson;
  /** The roles that have rates, by their ids. */
  readonly roles: ReadonlySet<string>;
  readonly roleList: string;
  readonly showsProblems: boolean;
  readonly onChange: (change: DraftChange) => void;
}

/** A person and the role that they work in. */
export const PersonRow = memo(
  function PersonRow({ one, roles, roleList, showsProblems, onChange }: PersonRowProperties): ReactNode {
    const { t } = useSettings();
    const id = useId();
    const { person: { accountId, name }, isRemoved, role, stored } = one;
    const mark = personMark(one);
    const code = showsProblems ? personProblem(one) : undefined;
    const isPriceless = code === undefined && !isRemoved && role.trim() !== '' && !roles.has(roleId(role));
    const shownName = name === '' ? t('rates.nameless', { id: accountId }) : name;
    const act = (kind: 'removePerson' | 'restorePerson'): void => {
      onChange({ kind, accountId });
      focusPerson(accountId);
    };
    return (
      <li data-person={accountId} className={isRemoved ? 'person rate-removed' : 'person'}>
        <span className="person-name">
          {isRemoved ? <bdi>{shownName}</bdi> : <label htmlFor={id}><bdi>{shownName}</bdi></label>}{' '}
          <MarkLozenge mark={mark} />
        </span>
        {isRemoved ? (
          <bdi>{stored}</bdi>
        ) : (
          <span className="person-role">
            <input
              id={id}
              className="input"
              dir="auto"
              autoComplete="off"
              list={roleList}
              placeholder={t('rates.role')}
              value={role}
              aria-invalid={code !== undefined}
              aria-describedby={code !== undefined || isPriceless ? `${id}about` : undefined}
              onChange={(event) => onChange({ kind: 'typePerson', accountId, role: event.target.value })}
            />
            {code !== undefined && <span id={`${id}about`} className="problem">{t(`rates.problem.${code}`, { limit: rateLimits.role })}</span>}
            {isPriceless && <span id={`${id}about`} className="warned">{t('rates.priceless')}</span>}
          </span>
        )}
        {isRemoved ? (
          <button type="button" className="button" aria-label={t('rates.restorePerson', { person: shownName })} onClick={() => act('restorePerson')}>{t('rates.restore')}</button>
        ) : (
          <button type="button" className="button icon-button" aria-label={t('rates.removePerson', { person: shownName })} onClick={() => act('removePerson')}><Icon name="cross" /></button>
        )}
      </li>
    );
  },
  (before, after) => before.one === after.one && before.roles === after.roles && before.showsProblems === after.showsProblems,
);
