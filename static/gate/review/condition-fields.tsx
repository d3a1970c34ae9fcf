import { useId, type ReactNode } from 'react';
import { gateLimits } from '../../../src/domain/gate';
import { Icon } from '../../shared/icon';
import { useLaterFocus } from '../../shared/use-later-focus';
import { useGateScreen } from '../gate-screen';
import { emptyCondition, withConditions, type TypedCondition } from './typed-decision';

interface ConditionFieldsProperties {
  readonly conditions: readonly TypedCondition[];
  readonly earliest: string;
  /** Texts of the criteria that are not met: each makes a good condition. */
  readonly notMet: readonly string[];
  /** Names to choose an owner from; any other can be written. */
  readonly people: readonly string[];
  readonly onChange: (conditions: readonly TypedCondition[]) => void;
  /** What is wrong with a field, in words. */
  readonly problemOf: (field: string) => string | undefined;
}

/** What has to be true before the deliverable goes out, who sees to it, and by when. */
export function ConditionFields({ conditions, earliest, notMet, people, onChange, problemOf }: ConditionFieldsProperties): ReactNode {
  const { t } = useGateScreen();
  const id = useId();
  const [adder, focusAdder] = useLaterFocus<HTMLButtonElement>();
  const change = (condition: TypedCondition, part: Partial<TypedCondition>): void =>
    onChange(conditions.map((one) => (one.id === condition.id ? { ...one, ...part } : one)));
  const remove = (condition: TypedCondition): void => {
    focusAdder();
    onChange(conditions.filter((one) => one.id !== condition.id));
  };
  const notYet = notMet.filter((text) => !conditions.some((one) => one.text === text));

  const field = (condition: TypedCondition, name: 'text' | 'owner' | 'dueOn'): ReactNode => {
    const problem = problemOf(`${condition.id}.${name}`);
    const fieldId = `${id}-${condition.id}-${name}`;
    return (
      <div className={`field condition-${name}`}>
        <label htmlFor={fieldId}>{t(`condition.${name}`)}</label>
        <input
          id={fieldId}
          className="input"
          type={name === 'dueOn' ? 'date' : 'text'}
          dir={name === 'dueOn' ? undefined : 'auto'}
          min={name === 'dueOn' ? earliest : undefined}
          list={name === 'owner' ? `${id}-people` : undefined}
          autoComplete="off"
          value={condition[name]}
          onChange={(event) => change(condition, { [name]: event.target.value })}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={problem === undefined ? undefined : `${fieldId}-problem`}
        />
        {problem !== undefined && <p id={`${fieldId}-problem`} className="problem"><Icon name="error" />{problem}</p>}
      </div>
    );
  };

  const listProblem = problemOf('conditions');
  return (
    <fieldset className="condition-fields">
      <legend>{t('gate.conditions')}</legend>
      <datalist id={`${id}-people`}>{people.map((name) => <option key={name} value={name} />)}</datalist>
      {conditions.map((condition, place) => (
        <div key={condition.id} className="condition-row" role="group" aria-label={t('condition.number', { number: place + 1 })}>
          {field(condition, 'text')}
          {field(condition, 'owner')}
          {field(condition, 'dueOn')}
          <button type="button" className="button" disabled={conditions.length === 1} onClick={() => remove(condition)} aria-label={t('condition.remove', { number: place + 1 })}>
            <Icon name="cross" />
          </button>
        </div>
      ))}
      {listProblem !== undefined && <p className="problem"><Icon name="error" />{listProblem}</p>}
      <div className="actions">
        <button type="button" className="button" ref={adder} disabled={conditions.length >= gateLimits.conditions} onClick={() => onChange([...conditions, emptyCondition()])}>
          <Icon name="plus" />{t('condition.add')}
        </button>
        {notYet.length > 0 && (
          <button type="button" className="button" onClick={() => onChange(withConditions(conditions, notYet))}>
            <Icon name="conditions" />{t('condition.fromCriteria', { count: notYet.length })}
          </button>
        )}
      </div>
    </fieldset>
  );
}
