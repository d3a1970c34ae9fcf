import { createContext, useContext } from 'react';
import type { Answer } from '../../src/contract/answer';
import type { Operation } from '../../src/contract/operation';
import { call } from './client';

/** Calls an operation of a project and checks its answer. Never rejects. */
export type ProjectCall = <Name extends string, Request extends object, Data>(operation: Operation<Name, 'project', Request, Data>, request: NoInfer<Request>) => Promise<Answer<Data>>;

/** On a project's page Forge says which project it is; a page that has none provides a call that names it. */
export const ProjectCallContext = createContext<ProjectCall>(call);

/** How a part of a project that is shown on more than one page calls that project's operations. */
export const useProjectCall = (): ProjectCall => useContext(ProjectCallContext);
