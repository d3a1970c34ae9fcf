import type { ReactNode } from 'react';
import { useClientScreen } from '../client-screen';
import type { DocumentsView } from './documents-view';
import { fileName } from './file-name';

interface FileChoiceProperties {
  readonly id: string;
  readonly view: DocumentsView;
  /** Empty for whatever the rules find. */
  readonly chosen: string;
  readonly onChoose: (fileId: string) => void;
}

/** Which file of the client's it is, where its name does not say so. */
export function FileChoice({ id, view: { files, failure, hasMoreFiles }, chosen, onChoose }: FileChoiceProperties): ReactNode {
  const { t } = useClientScreen();
  const isListed = chosen === '' || files.some((file) => file.id === chosen);
  return (
    <div className="field">
      <label htmlFor={id}>{t('documents.field.file')}</label>
      <select id={id} className="input" value={chosen} aria-describedby={`${id}-about`} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{t('documents.file.byRules')}</option>
        {!isListed && <option value={chosen}>{t(failure === null ? 'documents.file.gone' : 'documents.file')}</option>}
        {files.map((file) => <option key={file.id} value={file.id}>{fileName(file)}</option>)}
      </select>
      <span id={`${id}-about`} className="small">{t(failure !== null ? 'documents.file.unread' : files.length === 0 ? 'documents.file.none' : hasMoreFiles ? 'documents.file.newest' : 'documents.file.hint')}</span>
    </div>
  );
}
