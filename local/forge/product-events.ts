import * as z from 'zod/mini';
import { evaluate } from './expressions/evaluate';
import { parseExpression, type Expression } from './expressions/parse';
import { limits } from './limits';
import type { ForgeManifest, ForgeModule } from './manifest';

interface Subscription {
  readonly module: ForgeModule;
  readonly events: readonly string[];
  readonly ignoreSelf: boolean;
  readonly expression: Expression | undefined;
  readonly logErrors: boolean;
}

/** "Trigger" and "Atlassian app events", developer.atlassian.com/platform/forge. */
const triggerSchema = z.strictObject({
  key: z.string(),
  function: z.string(),
  events: z.array(z.string()),
  filter: z.optional(
    z.strictObject({
      ignoreSelf: z.optional(z.boolean()),
      expression: z.optional(z.string().check(z.maxLength(limits.filterExpressionCharacters))),
      onError: z.optional(z.enum(['IGNORE', 'IGNORE_AND_LOG'])),
    }),
  ),
});

/** Which triggers want to hear of what happens in Jira. */
export class Subscriptions {
  private readonly subscriptions: readonly Subscription[];

  /** @throws Error for a trigger that the local site does not model, or whose filter expression it does not. */
  constructor(
    manifest: ForgeManifest,
    private readonly log: (line: string) => void,
  ) {
    this.subscriptions = manifest.modules.filter(({ type }) => type === 'trigger').map(toSubscription);
  }

  /** The triggers for an event; none for one over 200 KB, which Forge does not deliver. */
  for(event: { readonly eventType: string; readonly [name: string]: unknown }): ForgeModule[] {
    if (Buffer.byteLength(JSON.stringify(event)) > limits.productEventBytes) {
      this.log(`error: ${event.eventType} was not delivered: it has more than ${limits.productEventBytes} bytes.`);
      return [];
    }
    return this.subscriptions
      .filter(({ events, ignoreSelf }) => events.includes(event.eventType) && !(ignoreSelf && event['selfGenerated'] === true))
      .filter((subscription) => this.passes(subscription, event))
      .map(({ module }) => module);
  }

  /** Only `true` lets an event through; anything else that is no boolean counts as an error, and drops it. */
  private passes({ module, expression, logErrors }: Subscription, event: { readonly eventType: string }): boolean {
    if (expression === undefined) return true;
    try {
      const result = evaluate(expression, { event });
      if (typeof result === 'boolean') return result;
      throw new Error('The filter expression gave no boolean.');
    } catch (error) {
      if (logErrors) this.log(`error: ${event.eventType} was filtered out for trigger ${module.key}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
}

function toSubscription(module: ForgeModule): Subscription {
  const parsed = triggerSchema.safeParse(module.definition);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys : [])].map(String).join('.'));
    throw new Error(`The local site does not model trigger "${module.key}" with this ${places.join(', ')}.`);
  }
  const { events, filter } = parsed.data;
  return {
    module,
    events,
    ignoreSelf: filter?.ignoreSelf ?? false,
    expression: filter?.expression === undefined ? undefined : filterExpression(module.key, filter.expression),
    logErrors: filter?.onError !== 'IGNORE',
  };
}

function filterExpression(moduleKey: string, source: string): Expression {
  try {
    const expression = parseExpression(source);
    if (readsRuntime(expression)) throw new Error('The local site does not model event.runtime.');
    return expression;
  } catch (error) {
    throw new Error(`Trigger "${moduleKey}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Entity properties as `event.runtime` has them are read with seconds of delay in Forge. */
function readsRuntime(expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'variable':
      return false;
    case 'member': {
      const { of, name } = expression;
      const runtime = of.kind === 'variable' && of.name === 'event' && name.kind === 'literal' && name.value === 'runtime';
      return runtime || readsRuntime(of) || readsRuntime(name);
    }
    case 'not':
      return readsRuntime(expression.of);
    case 'and':
    case 'or':
    case 'binary':
      return readsRuntime(expression.left) || readsRuntime(expression.right);
  }
}
