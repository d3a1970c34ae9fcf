import type { ReactNode } from 'react';
import type { FileId } from '../../../src/domain/ids';
import { Disclosure } from '../../page/disclosure';
import { useClientScreen } from '../client-screen';
import type { DocumentsView, DocumentView } from './documents-view';
import { fileName } from './file-name';

/** The file that counts, and the others that would do, each opened where it is kept. */
export function FileLinks({ row: { fileId, others, isLinkGone }, view }: { readonly row: DocumentView; readonly view: DocumentsView }): ReactNode {
  const { t } = useClientScreen();
  return (
    <>
      {fileId !== null && <FileLink fileId={fileId} view={view} />}
      {isLinkGone && <p className="problem">{t('documents.linkGone')}</p>}
      {others.length > 0 && (
        <Disclosure label={t('documents.otherFiles', { count: others.length })}>
          {() => <ul className="document-files">{others.map((id) => <li key={id}><FileLink fileId={id} view={view} /></li>)}</ul>}
        </Disclosure>
      )}
    </>
  );
}

function FileLink({ fileId, view: { files, recordsAt } }: { readonly fileId: FileId; readonly view: DocumentsView }): ReactNode {
  const { t, format } = useClientScreen();
  const file = files.find(({ id }) => id === fileId);
  const name = file === undefined ? t('documents.file') : <bdi>{fileName(file)}</bdi>;
  return (
    <span className="document-link">
      {recordsAt === null ? name : <a href={`${recordsAt}${fileId}`} target="_blank" rel="noreferrer">{name}</a>}
      {file !== undefined && <span className="small">{format.instant(file.modifiedAt)}</span>}
    </span>
  );
}
