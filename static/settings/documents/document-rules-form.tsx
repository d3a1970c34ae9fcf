import Button from '@atlaskit/button/new';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { saveDocumentRules } from '../../../src/contract/documents';
import { defaultDocumentRules, documentRequirements, type DocumentRules } from '../../../src/domain/document-rules';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { Field, focusFirstProblem } from '../field';
import { useSettings } from '../use-settings';
import { RuleFields } from './rule-fields';
import { RuleTester } from './rule-tester';
import { readRules, typedRules, type TypedRules } from './typed-rules';

interface DocumentRulesFormProperties {
  readonly stored: DocumentRules;
  /** Whether what is shown was just saved here. */
  readonly isSaved: boolean;
  readonly onSaved: (rules: DocumentRules) => void;
  readonly onAskAgain: () => void;
}

/** All rules together, saved at once; the tester goes by what is typed, so that a rule can be tried before it is kept. */
export function DocumentRulesForm({ stored, isSaved, onSaved, onAskAgain }: DocumentRulesFormProperties): ReactNode {
  const { t } = useSettings();
  const [typed, setTyped] = useState<TypedRules>(() => typedRules(stored));
  const [isChanged, setChanged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { busy, error, run } = useAction();
  const { rules, problems } = readRules(typed);
  const change = (next: TypedRules): void => {
    setChanged(true);
    setTyped(next);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (problems.size > 0) focusFirstProblem(form.current);
    else void run(() => call(saveDocumentRules, { revision: stored.revision, rules }), onSaved);
  };
  const words = (name: 'draftMarks' | 'signedMarks' | 'extensions'): ReactNode => {
    const problem = problems.get(name);
    return (
      <Field label={t(`documents.${name}`)} hint={t(`documents.${name}.hint`)} problem={problem === undefined ? undefined : t(`documents.problem.${problem}`)}>
        {(attributes) => <textarea {...attributes} className="input" rows={name === 'extensions' ? 2 : 5} spellCheck={false} value={typed[name]} onChange={(event) => change({ ...typed, [name]: event.target.value })} />}
      </Field>
    );
  };
  return (
    <form ref={form} className="stack" onSubmit={save} noValidate aria-label={t('documents.title')}>
      <p>{t('documents.phrases.hint')}</p>
      {documentRequirements.map((requirement) => (
        <RuleFields
          key={requirement}
          requirement={requirement}
          rule={typed.requirements[requirement]}
          problem={problems.get(requirement)}
          onChange={(rule) => change({ ...typed, requirements: { ...typed.requirements, [requirement]: rule } })}
        />
      ))}
      <div className="document-marks">
        {words('draftMarks')}
        {words('signedMarks')}
      </div>
      {words('extensions')}
      <RuleTester rules={{ ...rules, revision: stored.revision }} />
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>{t('documents.save')}</Button>
        <Button isDisabled={busy} onClick={() => change(typedRules(defaultDocumentRules))}>{t('documents.defaults')}</Button>
        <span role="status">{isChanged ? t('documents.unsaved') : isSaved ? t('documents.saved') : ''}</span>
      </div>
    </form>
  );
}
