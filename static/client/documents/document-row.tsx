import { useState, type ReactNode } from 'react';
import type { ClientId } from '../../../src/domain/ids';
import { Lozenge } from '../../shared/lozenge';
import { useLaterFocus } from '../../shared/use-later-focus';
import { useClientScreen } from '../client-screen';
import { ByHandForm } from './by-hand-form';
import { documentLook } from './document-looks';
import { FileLinks } from './file-links';
import type { DocumentsView, DocumentView } from './documents-view';

interface DocumentRowProperties {
  readonly row: DocumentView;
  readonly view: DocumentsView;
  readonly clientId: ClientId;
  readonly onView: (view: DocumentsView) => void;
  readonly onAskAgain: () => void;
}

/** One document: how it stands, the file behind it, and what can be said of it by hand. */
export function DocumentRow({ row, view, clientId, onView, onAskAgain }: DocumentRowProperties): ReactNode {
  const { t } = useClientScreen();
  const [isOpen, setOpen] = useState(false);
  const [opener, focusOpener] = useLaterFocus<HTMLButtonElement>();
  const name = `${t(`document.${row.requirement}`)}${row.deal === null ? '' : `: ${row.deal.name}`}`;
  const close = (): void => {
    focusOpener();
    setOpen(false);
  };
  return (
    <li className="document">
      <div className="document-what">
        <strong>{t(`document.${row.requirement}`)}</strong>
        <span className="small">{row.deal === null ? t('documents.ofClient') : <bdi>{row.deal.name}</bdi>}</span>
      </div>
      <div className="document-state">
        <Lozenge {...documentLook(row, view.today)}>{t(`document.state.${stateName(row)}`)}</Lozenge>
        <Until row={row} today={view.today} />
        <Because row={row} />
      </div>
      <div className="document-file">
        <FileLinks row={row} view={view} />
      </div>
      {view.mayEdit && !isOpen && (
        <button ref={opener} type="button" className="button button-link" aria-expanded={false} onClick={() => setOpen(true)}>{t('documents.byHand')}<span className="unseen"> {name}</span></button>
      )}
      {isOpen && (
        <ByHandForm
          row={row}
          view={view}
          name={name}
          clientId={clientId}
          onSaved={(saved) => {
            close();
            onView(saved);
          }}
          onCancel={close}
          onAskAgain={onAskAgain}
        />
      )}
    </li>
  );
}

/** What needs no signature is not signed but there. */
const stateName = ({ state, mustBeSigned, isRequired }: DocumentView) =>
  state === null ? 'unknown' : state === 'signed' && !mustBeSigned ? 'there' : state === 'missing' && !isRequired ? 'none' : state;

function Until({ row: { until, state }, today }: { readonly row: DocumentView; readonly today: DocumentsView['today'] }): ReactNode {
  const { t, format } = useClientScreen();
  if (until === null) return null;
  // How many days are left is worth a look once there are few.
  if (state !== 'expiring' && state !== 'expired') return <span className="small">{t('documents.untilDate', { date: format.date(until) })}</span>;
  return <span className="small">{t(until < today ? 'documents.wasUntil' : 'documents.until', { date: format.date(until), distance: format.distance(until, today) })}</span>;
}

/** Why it is required or not, where the state does not say it. */
function Because({ row: { byHand: { need, signedOn }, requiredFrom, isRequired, state } }: { readonly row: DocumentView }): ReactNode {
  const { t, format } = useClientScreen();
  if (need.kind === 'notNeeded') return <span className="small written">{need.because}</span>;
  return (
    <>
      {signedOn !== null && <span className="small">{t('documents.signedOn', { date: format.date(signedOn) })}</span>}
      {!isRequired && state !== 'notNeeded' && <span className="small">{requiredFrom === null ? t('documents.requiredNever') : t('documents.requiredFrom', { stage: t(`stage.${requiredFrom}`) })}</span>}
    </>
  );
}
