import { makeResolver } from '@forge/resolver';
import type { Answer } from '../contract/answer';
import type { OperationName } from '../contract/operations';
import type { World } from '../ports/world';
import { handledOperations } from './handled-operations';
import type { Handled } from './handle';

interface ResolverRequest {
  readonly payload: unknown;
  readonly context: unknown;
}

/** The resolver of every screen, made from the table of operations. */
export function createResolver(createWorld: () => World) {
  const definitions = Object.values<Handled<OperationName>>(handledOperations).map(
    (operation) =>
      [operation.name, ({ payload, context }: ResolverRequest): Promise<Answer<unknown>> => operation.run(createWorld(), payload, context)] as const,
  );
  return makeResolver(Object.fromEntries(definitions));
}
