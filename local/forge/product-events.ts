import * as z from 'zod/mini';
import { limits } from './limits';
import type { ForgeManifest, ForgeModule } from './manifest';

interface Subscription {
  readonly module: ForgeModule;
  readonly events: readonly string[];
  readonly ignoreSelf: boolean;
}

const triggerSchema = z.looseObject({
  events: z.array(z.string()),
  filter: z.optional(z.looseObject({ ignoreSelf: z.optional(z.boolean()), expression: z.optional(z.string()) })),
});

/** Which triggers want to hear of what happens in Jira. */
export class Subscriptions {
  private readonly subscriptions: readonly Subscription[];

  /** @throws Error for a filter expression, which the local site does not evaluate. */
  constructor(
    manifest: ForgeManifest,
    private readonly log: (line: string) => void,
  ) {
    this.subscriptions = manifest.modules
      .filter(({ type }) => type === 'trigger')
      .map((module) => {
        const { events, filter } = triggerSchema.parse(module.definition);
        if (filter?.expression !== undefined) {
          throw new Error(`The local site does not model the filter expression of trigger "${module.key}".`);
        }
        return { module, events, ignoreSelf: filter?.ignoreSelf ?? false };
      });
  }

  /** The triggers for an event; none for one over 200 KB, which Forge does not deliver. */
  for(event: { readonly eventType: string; readonly [name: string]: unknown }): ForgeModule[] {
    if (Buffer.byteLength(JSON.stringify(event)) > limits.productEventBytes) {
      this.log(`error: ${event.eventType} was not delivered: it has more than ${limits.productEventBytes} bytes.`);
      return [];
    }
    return this.subscriptions
      .filter(({ events, ignoreSelf }) => events.includes(event.eventType) && !(ignoreSelf && event['selfGenerated'] === true))
      .map(({ module }) => module);
  }
}
