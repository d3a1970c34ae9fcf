import { useId, type ReactNode } from 'react';
import { saveContacts } from '../../../src/contract/contacts';
import { projectRoles } from '../../../src/domain/contact-structure';
import { GapList } from '../gap-list';
import type { ContactsView } from '../people-view';
import { useProjectCall } from '../../shared/project-call';
import { ErrorNote } from '../../shared/error-note';
import { Note } from '../../shared/note';
import { useAction } from '../../shared/use-action';
import { usePeopleScreen } from '../people-screen';
import { LeftOut } from './left-out';
import { Newcomers } from './newcomers';
import { RoleCard } from './role-card';
import type { Structure } from './structure-change';
import { WriteBack } from './write-back';

interface ContactsProperties {
  readonly view: ContactsView;
  readonly onView: (view: ContactsView) => void;
  readonly onAskAgain: () => void;
}

/** The gaps first, then the roles; each change is kept at once. */
export function Contacts({ view, onView, onAskAgain }: ContactsProperties): ReactNode {
  const { t } = usePeopleScreen();
  const call = useProjectCall();
  const { busy, error, run } = useAction();
  const id = useId();
  const { revision, mayEdit, isProposal, roles, leftOut, gaps, deals, hasContactRoles, hasMore } = view;
  const contacts = new Map<string, ContactsView['contacts'][number]>(view.contacts.map((contact) => [contact.id, contact]));
  const change = (to: Structure): void => void run(() => call(saveContacts, { revision, roles: to.roles, leftOut: to.leftOut }), onView);
  const isAnybodyProposed = isProposal && projectRoles.some((role) => roles[role].length > 0);
  return (
    <>
      <section className="card" aria-labelledby={`${id}-gaps`}>
        <h2 id={`${id}-gaps`}>{t('people.gaps')}</h2>
        <GapList gaps={gaps} contacts={contacts} deals={new Map(deals.map((deal) => [deal.id, deal.name]))} />
      </section>
      {error !== null && <ErrorNote error={error} onRetry={onAskAgain} />}
      {!hasContactRoles && <Note kind="information" title={t('people.noContactRoles.title')}>{t('people.noContactRoles.body')}</Note>}
      {isAnybodyProposed && (
        <Note kind="information" title={t('people.proposal.title')} {...(mayEdit ? { action: { label: t('people.proposal.keep'), onAction: () => change({ roles, leftOut }), busy } } : {})}>
          {t(mayEdit ? 'people.proposal.body' : 'people.proposal.reader')}
        </Note>
      )}
      {mayEdit && hasMore && <Note kind="information" title={t('people.more.title')}>{t('people.more.body')}</Note>}
      {mayEdit && <Newcomers view={view} contacts={contacts} busy={busy} onChange={change} />}
      <div className="contact-roles">
        {projectRoles.map((role) => <RoleCard key={role} role={role} view={view} contacts={contacts} busy={busy} onChange={change} />)}
      </div>
      {mayEdit && <LeftOut view={view} contacts={contacts} busy={busy} onChange={change} />}
      {mayEdit && hasContactRoles && !isProposal && <WriteBack view={view} contacts={contacts} onView={onView} onAskAgain={onAskAgain} />}
    </>
  );
}
