import { useState, type ReactNode } from 'react';
import type { DocumentRules } from '../../../src/domain/document-rules';
import { partsOfName } from '../../../src/domain/document-title';
import { titleReader } from '../../../src/domain/formal-document';
import { Lozenge } from '../../shared/lozenge';
import { Field } from '../field';
import { useSettings } from '../use-settings';

/** What a file of that name would be taken for, by the rules as they are typed. */
export function RuleTester({ rules }: { readonly rules: DocumentRules }): ReactNode {
  const { t } = useSettings();
  const [name, setName] = useState('');
  return (
    <div className="checks">
      <h3>{t('documents.tester')}</h3>
      <Field label={t('documents.tester.name')} hint={t('documents.tester.hint')}>
        {(attributes) => <input {...attributes} className="input" autoComplete="off" spellCheck={false} maxLength={300} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <p role="status" className="document-taken">{name.trim() !== '' && <Taken name={name} rules={rules} />}</p>
    </div>
  );
}

function Taken({ name, rules }: { readonly name: string; readonly rules: DocumentRules }): ReactNode {
  const { t } = useSettings();
  const { requirement, mark } = titleReader(rules)(partsOfName(name));
  if (requirement === null) return <Lozenge tone="neutral" icon="minus">{t('documents.taken.nothing')}</Lozenge>;
  const isSigned = mark === 'signed' || (mark === 'none' && !rules.requirements[requirement].mustBeSigned);
  return (
    <>
      <strong>{t(`documents.name.${requirement}`)}</strong>
      <Lozenge tone={isSigned ? 'success' : 'warning'} icon={isSigned ? 'check' : 'warning'}>{t(isSigned ? 'documents.taken.counts' : mark === 'draft' ? 'documents.taken.draft' : 'documents.taken.unsigned')}</Lozenge>
    </>
  );
}
