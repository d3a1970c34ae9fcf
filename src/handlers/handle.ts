import type { Answer } from '../contract/answer';
import { askedInProject, inProject } from '../contract/in-project';
import type { Operation, Place } from '../contract/operation';
import type { World } from '../ports/world';
import { requirePermission } from '../use-cases/permission';
import { callInProject } from '../use-cases/today/in-project';
import { answerError } from './answer-error';
import { readCall, type Calls } from './verified-context';

/** An operation with the use case that answers it, ready for a payload that nobody has looked at yet. */
export interface Handled<Name extends string> {
  readonly name: Name;
  run(world: World, payload: unknown, context: unknown): Promise<Answer<unknown>>;
}

/** Use cases give what must not be changed; the schemas of the contract do not say so. */
type ReadonlyDeep<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly ReadonlyDeep<Item>[]
    : { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> };

type UseCase<At extends Place, Request, Data> = (world: World, call: Calls[At], request: Request) => Promise<ReadonlyDeep<Data>>;

/**
 * Puts a border before a use case: the context is read, the permission checked, the request parsed, in this order,
 * so that a stranger learns nothing from how a wrong request is answered.
 */
export function handle<Name extends string, At extends Place, Request, Data>(
  operation: Operation<Name, At, Request, Data>,
  useCase: UseCase<At, Request, Data>,
): Handled<Name> {
  return {
    name: operation.name,
    run: (world, payload, context) =>
      answering(world, async () => {
        const call = readCall(operation.place, context);
        if (call === undefined) return refuse('forbidden', `${operation.name} cannot be called from here`);
        await requirePermission(world.tracker, operation.policy, call);
        return carryOut(operation, useCase, world, call, payload);
      }),
  };
}

/**
 * The same border before a project's operation that the page over all projects calls: who calls comes from the context, the project
 * from beside the request, and the operation's own permission is asked for in that project before the request is read.
 */
export function handleInProject<Name extends string, Request, Data>(
  operation: Operation<Name, 'project', Request, Data>,
  useCase: UseCase<'project', Request, Data>,
): Handled<`today.${Name}`> {
  const { name, place } = inProject(operation);
  return {
    name,
    run: (world, payload, context) =>
      answering(world, async () => {
        const call = readCall(place, context);
        if (call === undefined) return refuse('forbidden', `${name} cannot be called from here`);
        const asked = askedInProject().safeParse(payload);
        if (!asked.success) return malformed(asked.error);
        const there = await callInProject(world, call, asked.data.subject, operation.policy);
        return carryOut(operation, useCase, world, there, asked.data.request);
      }),
  };
}

async function carryOut<Name extends string, At extends Place, Request, Data>(
  operation: Operation<Name, At, Request, Data>,
  useCase: UseCase<At, Request, Data>,
  world: World,
  call: Calls[At],
  payload: unknown,
): Promise<Answer<Data>> {
  const request = operation.request.safeParse(payload);
  if (!request.success) return malformed(request.error);
  const answer = operation.answer.safeParse(await useCase(world, call, request.data));
  if (!answer.success) throw new TypeError(`${operation.name} would answer outside its contract at ${fieldOf(answer.error)}`);
  return { ok: true, data: answer.data };
}

async function answering(world: World, answer: () => Promise<Answer<unknown>>): Promise<Answer<unknown>> {
  try {
    return await answer();
  } catch (error) {
    return { ok: false, error: answerError(error, world) };
  }
}

const refuse = (code: 'forbidden' | 'invalidRequest', message: string, field?: string): Answer<never> => ({
  ok: false,
  error: { code, message, ...(field === undefined || field === '' ? {} : { field }) },
});

const malformed = (error: Parameters<typeof fieldOf>[0]): Answer<never> => refuse('invalidRequest', 'the request has another shape', fieldOf(error));

/** The place of the first mismatch, with unknown fields named. */
function fieldOf(error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] }[] }): string {
  const issue = error.issues[0];
  return [...(issue?.path ?? []), ...(issue?.keys ?? []).slice(0, 1)].map(String).join('.').slice(0, 200);
}
