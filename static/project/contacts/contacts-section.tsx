import type { ReactNode } from 'react';
import { ProjectContacts } from '../../people/structure/project-contacts';
import { useProjectScreen } from '../project-screen';

/** Who is who at the client's, in this project. */
export function ContactsSection(): ReactNode {
  const { t } = useProjectScreen();
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('section.contacts')}</h1>
          <p className="subtle">{t('people.about')}</p>
        </div>
      </header>
      <ProjectContacts />
    </>
  );
}
