import { useCallback, type ReactNode } from 'react';
import { readClientPeople } from '../../../../src/contract/contacts';
import type { ClientId } from '../../../../src/domain/ids';
import type { ClientFileView } from '../../../client/client-view';
import { Asking } from '../../../page/asking';
import type { ClientPeopleView } from '../../../people/people-view';
import { usePeopleScreen } from '../../../people/people-screen';
import { ProjectContacts } from '../../../people/structure/project-contacts';
import { call } from '../../../shared/client';
import { Note } from '../../../shared/note';
import { useAnswer } from '../../../shared/use-answer';
import { InProject } from '../in-project';

interface ContactsOfClientProperties {
  readonly clientId: ClientId;
  readonly file: ClientFileView;
}

/** Who is who in each of the client's projects that lacks somebody, to be filled where it is read. */
export function ContactsOfClient({ clientId, file }: ContactsOfClientProperties): ReactNode {
  const { t } = usePeopleScreen();
  const { asked, askAgain } = useAnswer<ClientPeopleView>(useCallback(() => call(readClientPeople, { clientId }), [clientId]));
  const known = new Map<string, ClientFileView['projects'][number]['project']>(file.projects.map(({ projectId, project }) => [projectId, project]));
  return (
    <Asking asked={asked} onRetry={askAgain}>
      {({ projects }) => {
        const lacking = projects.filter(({ gaps }) => gaps.length > 0);
        if (lacking.length === 0) return <Note kind="information" title={t('people.gaps.none')} />;
        return lacking.map(({ projectId }) => {
          const project = known.get(projectId) ?? null;
          const name = project?.name ?? projectId;
          return (
            <section key={projectId} className="today-part" aria-label={name}>
              <h4><bdi>{name}</bdi></h4>
              <InProject subject={`project:${projectId}`} project={project && { id: projectId, key: project.key }}><ProjectContacts /></InProject>
            </section>
          );
        });
      }}
    </Asking>
  );
}
