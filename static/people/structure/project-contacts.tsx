import '../people.css';
import { useCallback, type ReactNode } from 'react';
import { readContacts } from '../../../src/contract/contacts';
import { Asking } from '../../page/asking';
import { Note } from '../../shared/note';
import { useProjectCall } from '../../shared/project-call';
import { useAnswer } from '../../shared/use-answer';
import { usePeopleScreen } from '../people-screen';
import type { ContactsView } from '../people-view';
import { Contacts } from './contacts';

/** A project's roles at the client's with the people in them, and what is missing. */
export function ProjectContacts(): ReactNode {
  const { t } = usePeopleScreen();
  const call = useProjectCall();
  const { asked, askAgain, replace } = useAnswer<ContactsView>(useCallback(() => call(readContacts, {}), [call]));
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(view) => {
        if (view.clients.length === 0) return <div className="empty"><h2>{t('people.noClient.title')}</h2><p>{t('people.noClient.body')}</p></div>;
        if (!view.hasContacts) return <Note kind="warning" title={t('people.noContacts.title')}>{t('people.noContacts.body')}</Note>;
        return <Contacts view={view} onView={replace} onAskAgain={askAgain} />;
      }}
    </Asking>
  );
}
