import * as z from 'zod/mini';
import { namedBy, type Subject } from '../domain/attention/attention-item';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation, type Operation } from './operation';

const isSubject = (text: string): text is Subject => namedBy(text) !== undefined;
export const subject = whenFirstUsed(() => z.custom<Subject>((value) => typeof value === 'string' && isSubject(value)));

/** A project's operation with the name of the project that it is called for. */
export interface InProject<Request> {
  readonly subject: Subject;
  readonly request: Request;
}

/**
 * A project's operation as the page over all projects calls it, which has no project in its context: the same request, answer and errors,
 * with the project named beside the request. `notFound` where the caller sees nothing of the project on that page; whatever permission the
 * operation asks for is asked in that project, and before the request is read. Only those in the table of operations can be called.
 */
export const inProject = <const Name extends string, Request, Answer>(of: Operation<Name, 'project', Request, Answer>): Operation<`today.${Name}`, 'site', InProject<Request>, Answer> =>
  operation({
    name: `today.${of.name}` as const,
    policy: 'ownProjects',
    place: 'site',
    request: () => z.strictObject({ subject: subject(), request: of.request }),
    answer: () => of.answer,
  });

/** The same before anybody has looked at what is asked of the project. */
export const askedInProject = whenFirstUsed(() => z.strictObject({ subject: subject(), request: z.unknown() }));
