import { useMemo, type ReactNode } from 'react';
import { inProject } from '../../../src/contract/in-project';
import { call } from '../../shared/client';
import { ProjectCallContext, type ProjectCall } from '../../shared/project-call';
import type { Item } from './today-screen';

/** Around what belongs to a project on a page that has none: its operations are called with the project's name. */
export function InProject({ subject, children }: Pick<Item, 'subject'> & { readonly children: ReactNode }): ReactNode {
  const callThere = useMemo((): ProjectCall => (operation, request) => call(inProject(operation), { subject, request }), [subject]);
  return <ProjectCallContext.Provider value={callThere}>{children}</ProjectCallContext.Provider>;
}
