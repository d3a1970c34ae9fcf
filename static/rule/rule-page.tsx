import './rule.css';
import { view } from '@forge/bridge';
import { workflowRules } from '@forge/jira-bridge';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Requirement } from '../../src/domain/gate';
import { Icon } from '../shared/icon';
import { Note } from '../shared/note';
import { Waiting } from '../shared/waiting';
import { storedRequirement } from './stored-requirement';
import { useRuleScreen } from './use-rule-screen';

const requirements = ['goOnly', 'conditionalToo'] as const satisfies readonly Requirement[];

/** What holds for a rule that was never configured, as the validator has it. */
const unconfigured: Requirement = 'conditionalToo';

/** The rule on a transition: which decision it needs. Jira's own button saves it; where Jira takes no configuration, it is only shown. */
export function RulePage(): ReactNode {
  const { t } = useRuleScreen();
  const [chosen, setChosen] = useState<Requirement | undefined>();
  const [isEdited, setEdited] = useState<boolean | undefined>();
  // Jira asks whenever it saves, and is given what stands on the screen then.
  const latest = useRef<Requirement>(unconfigured);

  useEffect(() => {
    const choose = (requirement: Requirement): void => {
      latest.current = requirement;
      setChosen(requirement);
    };
    view.getContext().then((context) => choose(storedRequirement(context) ?? unconfigured), () => choose(unconfigured));
    workflowRules.onConfigure(() => JSON.stringify({ requirement: latest.current })).then(() => setEdited(true), () => setEdited(false));
  }, []);

  if (chosen === undefined || isEdited === undefined) return <Waiting />;
  const choose = (requirement: Requirement): void => {
    latest.current = requirement;
    setChosen(requirement);
  };
  return (
    <main className="rule">
      <p>{t('rule.about')}</p>
      {isEdited ? <Choice chosen={chosen} onChoose={choose} /> : <p className="rule-shown"><Icon name="check" /> <strong>{t(`rule.${chosen}`)}</strong> {t(`rule.${chosen}Help`)}</p>}
      <Note kind="information" title={t('rule.closed')}>{t('rule.closedBody')}</Note>
    </main>
  );
}

function Choice({ chosen, onChoose }: { readonly chosen: Requirement; readonly onChoose: (requirement: Requirement) => void }): ReactNode {
  const { t } = useRuleScreen();
  const name = useId();
  return (
    <fieldset className="rule-choices">
      <legend>{t('rule.which')}</legend>
      {requirements.map((requirement) => (
        <div key={requirement} className="rule-choice">
          <input id={`${name}-${requirement}`} type="radio" name={name} checked={chosen === requirement} onChange={() => onChoose(requirement)} aria-describedby={`${name}-${requirement}-help`} />
          <div>
            <label htmlFor={`${name}-${requirement}`}>{t(`rule.${requirement}`)}</label>
            <p id={`${name}-${requirement}-help`} className="small">{t(`rule.${requirement}Help`)}</p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
