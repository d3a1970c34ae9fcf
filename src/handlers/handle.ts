import type { Answer } from '../contract/answer';
import type { Operation, Place } from '../contract/operation';
import type { World } from '../ports/world';
import { requirePermission } from '../use-cases/permission';
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

/**
 * Puts a border before a use case: the context is read, the permission checked, the request parsed, in this order,
 * so that a stranger learns nothing from how a wrong request is answered.
 */
export function handle<Name extends string, At extends Place, Request, Data>(
  operation: Operation<Name, At, Request, Data>,
  useCase: (world: World, call: Calls[At], request: Request) => Promise<ReadonlyDeep<Data>>,
): Handled<Name> {
  return {
    name: operation.name,
    async run(world, payload, context) {
      try {
        const call = readCall(operation.place, context);
        if (call === undefined) return refuse('forbidden', `${operation.name} cannot be called from here`);
        await requirePermission(world.tracker, operation.policy, call);
        const request = operation.request.safeParse(payload);
        if (!request.success) return refuse('invalidRequest', 'the request has another shape', fieldOf(request.error));
        const data = await useCase(world, call, request.data);
        const answer = operation.answer.safeParse(data);
        if (!answer.success) throw new TypeError(`${operation.name} would answer outside its contract at ${fieldOf(answer.error)}`);
        return { ok: true, data: answer.data };
      } catch (error) {
        return { ok: false, error: answerError(error, world) };
      }
    },
  };
}

const refuse = (code: 'forbidden' | 'invalidRequest', message: string, field?: string): Answer<never> => ({
  ok: false,
  error: { code, message, ...(field === undefined || field === '' ? {} : { field }) },
});

/** The place of the first mismatch, with unknown fields named. */
function fieldOf(error: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] }[] }): string {
  const issue = error.issues[0];
  return [...(issue?.path ?? []), ...(issue?.keys ?? []).slice(0, 1)].map(String).join('.').slice(0, 200);
}
