import { useContext, useMemo, type ReactNode } from 'react';
import { inProject } from '../../../src/contract/in-project';
import { call } from '../../shared/client';
import { ProjectCallContext, type ProjectCall } from '../../shared/project-call';
import { ScreenContext, type Screen } from '../../shared/screen';
import type { Item } from './today-screen';

interface InProjectProperties extends Pick<Item, 'subject'> {
  /** Null for one that Jira does not name any more. */
  readonly project: Screen<string>['project'];
  readonly children: ReactNode;
}

/** Around what belongs to a project on a page that has none: its operations are called with the project's name, and it is the screen's. */
export function InProject({ subject, project, children }: InProjectProperties): ReactNode {
  const screen = useContext(ScreenContext);
  const callThere = useMemo((): ProjectCall => (operation, request) => call(inProject(operation), { subject, request }), [subject]);
  const [id, key] = [project?.id, project?.key];
  const there = useMemo(() => (screen === null || id === undefined || key === undefined ? screen : { ...screen, project: { id, key } }), [screen, id, key]);
  return (
    <ScreenContext.Provider value={there}>
      <ProjectCallContext.Provider value={callThere}>{children}</ProjectCallContext.Provider>
    </ScreenContext.Provider>
  );
}
