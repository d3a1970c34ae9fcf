import '../../people/people.css';
import type { ReactNode } from 'react';
import { readContacts } from '../../../src/contract/contacts';
import { Asking } from '../../page/asking';
import type { ContactsView } from '../../people/people-view';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { useProjectScreen } from '../project-screen';
import { Contacts } from './contacts';

const ask = () => call(readContacts, {});

/** Who is who at the client's: the project's roles with the people in them, and what is missing. */
export function ContactsSection(): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain, replace } = useAnswer<ContactsView>(ask);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.contacts')}</h1>
          <p className="subtle">{t('people.about')}</p>
        </div>
      </header>
      <Asking asked={asked} onRetry={askAgain}>
        {(view) => {
          if (view.clients.length === 0) return <div className="empty"><h2>{t('people.noClient.title')}</h2><p>{t('people.noClient.body')}</p></div>;
          if (!view.hasContacts) return <Note kind="warning" title={t('people.noContacts.title')}>{t('people.noContacts.body')}</Note>;
          return <Contacts view={view} onView={replace} onAskAgain={askAgain} />;
        }}
      </Asking>
    </>
  );
}
