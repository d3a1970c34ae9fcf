import '../../people/people.css';
import { useCallback, useState, type ReactNode } from 'react';
import { readClientPeople } from '../../../src/contract/contacts';
import { rolesOf } from '../../../src/domain/contact-structure';
import type { ContactId } from '../../../src/domain/ids';
import { Asking } from '../../page/asking';
import { ContactName } from '../../people/contact-name';
import { GapList, roleList } from '../../people/gap-list';
import type { ClientPeopleView } from '../../people/people-view';
import { usePeopleScreen } from '../../people/people-screen';
import { call } from '../../shared/client';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import type { ClientFileView } from '../client-view';

/** Shown at first; more on demand. */
const atOnce = 50;

/** Everybody at the client's, with their roles in each project, and what is missing; it is changed on the project's page. */
export function People({ file }: { readonly file: ClientFileView }): ReactNode {
  const { t } = usePeopleScreen();
  const clientId = file.client.id;
  const ask = useCallback(() => call(readClientPeople, { clientId }), [clientId]);
  const { asked, askAgain } = useAnswer<ClientPeopleView>(ask);
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {(people) => (people.hasContacts ? <FoundPeople people={people} file={file} /> : <Note kind="warning" title={t('people.noContacts.title')}>{t('people.noContacts.body')}</Note>)}
    </Asking>
  );
}

function FoundPeople({ people: { projects, contacts, hasMore }, file }: { readonly people: ClientPeopleView; readonly file: ClientFileView }): ReactNode {
  const { t, siteUrl } = usePeopleScreen();
  const [shown, setShown] = useState(atOnce);
  const nameOf = new Map<string, ClientFileView['projects'][number]['project']>(file.projects.map(({ projectId, project }) => [projectId, project]));
  const projectName = (projectId: string): string => nameOf.get(projectId)?.name ?? projectId;
  const does = (id: ContactId): readonly { readonly projectId: string; readonly roles: string }[] =>
    projects.flatMap(({ projectId, roles }) => (rolesOf(roles, id).length === 0 ? [] : [{ projectId, roles: roleList(rolesOf(roles, id), t) }]));
  const sorted = [...contacts].sort((a, b) => Number(does(b.id).length > 0) - Number(does(a.id).length > 0) || a.name.localeCompare(b.name));
  const known = new Map<string, ClientPeopleView['contacts'][number]>(contacts.map((contact) => [contact.id, contact]));
  return (
    <>
      {projects.map(({ projectId, gaps, isProposal }) => {
        const project = nameOf.get(projectId) ?? null;
        return (
          <section key={projectId} className="card">
            <div className="card-head">
              <h2>{t('people.gaps')}: <bdi>{projectName(projectId)}</bdi></h2>
              {project !== null && <a href={`${siteUrl}/browse/${project.key}`} target="_top">{t('people.toProject')}</a>}
            </div>
            {isProposal && <p className="small">{t('people.proposal.title')}</p>}
            <GapList gaps={gaps} contacts={known} deals={new Map(file.deals.map(({ id, name }) => [id, name]))} />
          </section>
        );
      })}
      <section className="card">
        <h2>{t('people.all')}</h2>
        {sorted.length === 0 ? <p className="empty-line">{t('people.all.none')}</p> : (
          <ul className="contact-people">
            {sorted.slice(0, shown).map((contact) => (
              <li key={contact.id}>
                <ContactName contact={contact} recordsAt={file.recordsAt} />
                <span className="contact">
                  {does(contact.id).map(({ projectId, roles }) => <span key={projectId}>{roles} <span className="subtle">· <bdi>{projectName(projectId)}</bdi></span></span>)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {sorted.length > shown && <div><button type="button" className="button" onClick={() => setShown(shown + atOnce)}>{t('people.all.more', { count: sorted.length - shown })}</button></div>}
        {hasMore && sorted.length <= shown && <p className="small">{t('people.more.body')}</p>}
      </section>
    </>
  );
}
