import type { ReactNode } from 'react';
import { requiredStages, type DocumentRequirement, type DocumentRulesProblem } from '../../../src/domain/document-rules';
import { Field } from '../field';
import { useSettings } from '../use-settings';
import type { TypedRule } from './typed-rules';

interface RuleFieldsProperties {
  readonly requirement: DocumentRequirement;
  readonly rule: TypedRule;
  readonly problem: DocumentRulesProblem | undefined;
  readonly onChange: (rule: TypedRule) => void;
}

/** When one document is required, what is asked of it, and by which words its file is known. */
export function RuleFields({ requirement, rule, problem, onChange }: RuleFieldsProperties): ReactNode {
  const { t } = useSettings();
  const name = t(`documents.name.${requirement}`);
  const isMonths = problem === 'months';
  return (
    <fieldset className="document-rule">
      <legend>{name}</legend>
      <Field label={t('documents.per')}>
        {(attributes) => (
          <select {...attributes} className="input" value={rule.per} onChange={(event) => onChange({ ...rule, per: event.target.value === 'deal' ? 'deal' : 'client' })}>
            <option value="client">{t('documents.per.client')}</option>
            <option value="deal">{t('documents.per.deal')}</option>
          </select>
        )}
      </Field>
      <Field label={t('documents.requiredFrom')}>
        {(attributes) => (
          <select {...attributes} className="input" value={rule.requiredFrom ?? ''} onChange={(event) => onChange({ ...rule, requiredFrom: requiredStages.find((stage) => stage === event.target.value) ?? null })}>
            <option value="">{t('documents.requiredFrom.never')}</option>
            {requiredStages.map((stage) => <option key={stage} value={stage}>{t(`stage.${stage}`)}</option>)}
          </select>
        )}
      </Field>
      <Field label={t('documents.validMonths')} problem={isMonths ? t('documents.problem.months') : undefined}>
        {(attributes) => <input {...attributes} className="input" inputMode="numeric" autoComplete="off" placeholder={t('documents.validMonths.forGood')} value={rule.validMonths} onChange={(event) => onChange({ ...rule, validMonths: event.target.value })} />}
      </Field>
      <label className="document-signed">
        <input type="checkbox" checked={rule.mustBeSigned} onChange={(event) => onChange({ ...rule, mustBeSigned: event.target.checked })} />
        <span>{t('documents.mustBeSigned')}</span>
      </label>
      <div className="document-phrases">
        <Field label={t('documents.phrases')} problem={problem === undefined || isMonths ? undefined : t(`documents.problem.${problem}`)}>
          {(attributes) => <textarea {...attributes} className="input" rows={4} spellCheck={false} value={rule.phrases} onChange={(event) => onChange({ ...rule, phrases: event.target.value })} />}
        </Field>
      </div>
    </fieldset>
  );
}
