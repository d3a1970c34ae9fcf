import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../clock';
import { transaction, type Database } from '../database';
import { jsonAnswer } from './answers';
import type { ForgeManifest, ForgeModule } from './manifest';
import { limits } from './limits';
import { QueueTable, type QueuedEvent } from './queue-table';
import type { WireResponse } from './worker/messages';
import { InvocationFailure, type FailureReason } from './worker/pool';

/** Trouble on purpose: how often an event comes twice, and how often another than the oldest comes first (0 to 1). */
export interface QueueChaos {
  readonly duplicate: number;
  readonly reorder: number;
}

export interface QueueOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: () => number;
  readonly manifest: ForgeManifest;
  readonly chaos: QueueChaos;
  /** How many events may be delivered at once. */
  readonly most: number;
  readonly log: (line: string) => void;
  /** Runs the consumer's function; rejects with InvocationFailure when that fails. */
  deliver(consumer: ForgeModule, event: Record<string, unknown>): Promise<unknown>;
  /** Called whenever something may have become due or settled. */
  changed(): void;
}

const pushSchema = z.object({
  queueName: z.string(),
  jobId: z.string(),
  payload: z.array(
    z.object({
      body: z.record(z.string(), z.unknown()),
      delayInSeconds: z.optional(z.number().check(z.gte(0), z.lte(limits.delaySeconds))),
      concurrency: z.optional(z.object({ key: z.string(), limit: z.number().check(z.int(), z.gte(1)) })),
    }),
  ),
});
const jobSchema = z.object({ queueName: z.string(), jobId: z.string() });
/** What a consumer returns to be called again (@forge/events 3, InvocationError). */
const retrySchema = z.object({
  _retry: z.literal(true),
  retryOptions: z.object({
    retryAfter: z.optional(z.number()),
    retryReason: z.optional(z.string()),
    retryData: z.optional(z.unknown()),
  }),
});
const reasons: Record<FailureReason, string> = {
  threw: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  crashed: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
  timedOut: 'FUNCTION_TIME_OUT',
  outOfMemory: 'FUNCTION_OUT_OF_MEMORY',
};
const firstBackOffSeconds = 5;

/** Forge's async events: kept in the database, delivered at least once, in no promised order. */
export class EventQueues {
  private readonly table: QueueTable;
  private running = 0;
  private started = false;

  constructor(private readonly options: QueueOptions) {
    this.table = new QueueTable(options.database);
  }

  start(): void {
    this.table.recover(this.now());
    this.started = true;
    this.pump();
  }

  /** Delivers nothing more; what is under way will be delivered again after the next start. */
  stop(): void {
    this.started = false;
  }

  length(): number {
    return this.table.unsettled();
  }

  /** True when nothing is being delivered and nothing is due. */
  isQuiet(): boolean {
    return this.running === 0 && (!this.started || this.table.due(this.now()).length === 0);
  }

  /** When the next event is due, in milliseconds of the epoch. */
  nextDue(): number | undefined {
    return this.started ? this.table.nextDue() : undefined;
  }

  /** Takes a push of @forge/events: 201, or the status that its client turns into an error. */
  push(body: unknown): WireResponse {
    const parsed = pushSchema.safeParse(body);
    if (!parsed.success) return jsonAnswer(400, { message: z.prettifyError(parsed.error) });
    const { queueName, jobId, payload } = parsed.data;
    const consumer = this.consumerOf(queueName);
    if (!consumer) return jsonAnswer(404, { message: `The manifest declares no consumer of the queue "${queueName}".` });
    if (payload.length === 0 || payload.length > limits.pushEvents) {
      return jsonAnswer(400, { message: `A push has between 1 and ${limits.pushEvents} events.` });
    }
    const tooBig = this.tooBig(consumer, payload);
    if (tooBig) return jsonAnswer(413, { errorMessage: tooBig });
    const now = this.now();
    if (this.table.pushedSince(now - 60_000) + payload.length > limits.eventsPerMinute) {
      return jsonAnswer(429, { message: `More than ${limits.eventsPerMinute} events in a minute.` });
    }
    transaction(this.options.database, () => {
      for (const event of payload) {
        this.table.insert({
          eventId: randomUUID(),
          queue: queueName,
          jobId,
          pushed: JSON.stringify(event),
          concurrencyKey: event.concurrency?.key ?? null,
          concurrencyLimit: event.concurrency?.limit ?? null,
          dueAt: now + (event.delayInSeconds ?? 0) * 1000,
          pushedAt: now,
        });
      }
    });
    this.options.changed();
    return jsonAnswer(201, {});
  }

  stats(body: unknown): WireResponse {
    const parsed = jobSchema.safeParse(body);
    if (!parsed.success) return jsonAnswer(400, { message: z.prettifyError(parsed.error) });
    const stats = this.table.statsOf(parsed.data.queueName, parsed.data.jobId);
    return stats ? jsonAnswer(200, stats) : jsonAnswer(404, { message: 'There is no such job.' });
  }

  cancel(body: unknown): WireResponse {
    const parsed = jobSchema.safeParse(body);
    if (!parsed.success) return jsonAnswer(400, { message: z.prettifyError(parsed.error) });
    const { queueName, jobId } = parsed.data;
    if (!this.table.statsOf(queueName, jobId)) return jsonAnswer(404, { message: 'There is no such job.' });
    this.table.cancel(queueName, jobId);
    this.options.changed();
    return jsonAnswer(204, undefined);
  }

  /** Starts the delivery of all that is due, as far as concurrency allows. */
  pump(): void {
    while (this.started && this.running < this.options.most) {
      const event = this.choose();
      if (!event) return;
      this.table.setState(event.eventId, 'running');
      this.running += 1;
      void this.deliver(event).finally(() => {
        this.running -= 1;
        this.options.changed();
      });
    }
  }

  private choose(): QueuedEvent | undefined {
    const ready = this.table
      .due(this.now())
      .filter(
        ({ queue, concurrencyKey, concurrencyLimit }) =>
          concurrencyKey === null || this.table.runningWithKey(queue, concurrencyKey) < (concurrencyLimit ?? 1),
      );
    const { chaos, random } = this.options;
    const shuffled = chaos.reorder > 0 && random() < chaos.reorder;
    return ready[shuffled ? Math.floor(random() * ready.length) : 0];
  }

  private async deliver(event: QueuedEvent): Promise<void> {
    const consumer = this.consumerOf(event.queue);
    if (!consumer) return this.giveUp(event, 'no consumer of its queue is left');
    try {
      const result = retrySchema.safeParse(await this.options.deliver(consumer, this.toAsyncEvent(event)));
      if (result.success) {
        const { retryAfter = 1, retryReason = 'FUNCTION_RETRY_REQUEST', retryData } = result.data.retryOptions;
        this.retry(event, Math.min(Math.max(retryAfter, 1), limits.delaySeconds), retryReason, retryData);
        return;
      }
      const { chaos, random } = this.options;
      if (event.repeated === 0 && chaos.duplicate > 0 && random() < chaos.duplicate) {
        this.table.repeat(event.eventId, this.now());
      } else {
        this.table.setState(event.eventId, 'done');
      }
    } catch (error) {
      if (!this.started) return;
      if (!(error instanceof InvocationFailure)) throw error;
      this.retry(event, firstBackOffSeconds * 2 ** event.retryCount, reasons[error.reason], undefined);
    }
  }

  private retry(event: QueuedEvent, afterSeconds: number, reason: string, data: unknown): void {
    const text = data === undefined ? null : JSON.stringify(data);
    if (text !== null && Buffer.byteLength(text) > limits.retryDataBytes) {
      return this.giveUp(event, `its retryData has more than ${limits.retryDataBytes} bytes`);
    }
    const dueAt = this.now() + Math.min(afterSeconds, limits.delaySeconds) * 1000;
    if (dueAt > event.pushedAt + limits.retentionSeconds * 1000) {
      return this.giveUp(event, `it did not succeed within ${limits.retentionSeconds / 3600} hours`);
    }
    this.table.retry(event.eventId, { dueAt, reason, data: text });
  }

  private giveUp(event: QueuedEvent, why: string): void {
    this.table.setState(event.eventId, 'failed');
    this.options.log(`error: event ${event.eventId} of queue ${event.queue} is lost: ${why}.`);
  }

  private toAsyncEvent(event: QueuedEvent): Record<string, unknown> {
    const pushed: unknown = JSON.parse(event.pushed);
    const retryData: unknown = event.retryData === null ? undefined : JSON.parse(event.retryData);
    const endsAt = event.pushedAt + limits.retentionSeconds * 1000;
    return {
      ...z.record(z.string(), z.unknown()).parse(pushed),
      queueName: event.queue,
      jobId: event.jobId,
      eventId: event.eventId,
      ...(event.retryCount > 0 && {
        retryContext: {
          retryCount: event.retryCount,
          retryReason: event.retryReason,
          retryData,
          retentionWindow: {
            startTime: new Date(event.pushedAt).toISOString(),
            remainingTimeMs: Math.max(0, endsAt - this.now()),
          },
        },
      }),
    };
  }

  private tooBig(consumer: ForgeModule, payload: readonly unknown[]): string | undefined {
    if (Buffer.byteLength(JSON.stringify(payload)) > limits.pushBytes) {
      return `A push has at most ${limits.pushBytes} bytes.`;
    }
    const seconds = this.options.manifest.functions.get(consumer.functionKey ?? '')?.timeoutSeconds ?? 0;
    const tooLong = payload.some((event) => Buffer.byteLength(JSON.stringify(event)) > limits.longRunningEventBytes);
    return seconds > limits.jobSeconds && tooLong
      ? `An event for a long-running function has at most ${limits.longRunningEventBytes} bytes.`
      : undefined;
  }

  private consumerOf(queue: string): ForgeModule | undefined {
    return this.options.manifest.modules.find(
      ({ type, definition }) => type === 'consumer' && definition['queue'] === queue,
    );
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}
