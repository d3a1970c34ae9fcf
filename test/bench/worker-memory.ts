import { Session } from 'node:inspector';
import * as z from 'zod/mini';

const attached = z.object({ params: z.object({ sessionId: z.string() }) });
const received = z.object({ params: z.object({ message: z.string() }) });
const usage = z.object({ result: z.object({ usedSize: z.number() }) });

const everyMilliseconds = 200;

/** Looks how much the functions' threads and the whole process hold, five times a second, and keeps the most. Bytes. */
export class WorkerMemory {
  private readonly session = new Session();
  private readonly threads = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private heap = 0;
  private process = 0;

  constructor() {
    this.session.connect();
    this.session.on('NodeWorker.attachedToWorker', (message: unknown) => this.threads.add(attached.parse(message).params.sessionId));
    this.session.on('NodeWorker.detachedFromWorker', (message: unknown) => this.threads.delete(z.object({ params: z.object({ sessionId: z.string() }) }).parse(message).params.sessionId));
    this.session.on('NodeWorker.receivedMessageFromWorker', (message: unknown) => {
      const answer = usage.safeParse(JSON.parse(received.parse(message).params.message));
      if (answer.success) this.heap = Math.max(this.heap, answer.data.result.usedSize);
    });
    this.session.post('NodeWorker.enable', { waitForDebuggerOnStart: false });
    this.timer = setInterval(() => this.look(), everyMilliseconds);
  }

  /** The most since the last time it was taken: one thread's heap with the garbage that still lay in it, and all that the process held. */
  take(): { readonly heap: number; readonly process: number } {
    const { heap, process } = this;
    this.heap = 0;
    this.process = 0;
    return { heap, process };
  }

  close(): void {
    clearInterval(this.timer);
    this.session.disconnect();
  }

  private look(): void {
    this.process = Math.max(this.process, process.memoryUsage.rss());
    const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
    for (const sessionId of this.threads) this.session.post('NodeWorker.sendMessageToWorker', { sessionId, message });
  }
}
