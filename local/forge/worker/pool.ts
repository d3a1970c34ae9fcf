import { Worker } from 'node:worker_threads';
import type { FromWorker, InvocationStart, ToWorker, WireError, WireRequest, WireResponse, WorkerSetup } from './messages';
import { workerProgram } from './program';

/** Why an invocation has no result. */
export type FailureReason = 'threw' | 'timedOut' | 'outOfMemory' | 'crashed';

export class InvocationFailure extends Error {
  constructor(
    readonly reason: FailureReason,
    readonly error: WireError,
  ) {
    super(error.message);
    this.name = 'InvocationFailure';
  }
}

/** One run of a function, and what it asks for meanwhile. */
export interface Task {
  readonly start: InvocationStart;
  /** True for work that others wait for inside an invocation: it gets a worker of its own when all are busy. */
  readonly urgent: boolean;
  onRequest(request: WireRequest, signal: AbortSignal): Promise<WireResponse>;
  onRefusal(error: unknown): WireError;
}

export interface TaskResult {
  /** What the function returned, as JSON; undefined when it returned nothing. */
  readonly json: string | undefined;
  /** How long a new worker took to load the bundle; undefined in a warm one. */
  readonly loadMilliseconds: number | undefined;
}

export interface PoolOptions {
  readonly setup: WorkerSetup;
  readonly variables: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly most: number;
  readonly log: (line: string) => void;
}

interface Current {
  readonly task: Task;
  timer: NodeJS.Timeout | undefined;
  readonly aborts: Map<number, AbortController>;
  resolve(result: TaskResult): void;
  reject(failure: InvocationFailure): void;
}

/** A few warm threads with the app's bundle; each runs one invocation at a time, and the rest wait in line. */
export class WorkerPool {
  private readonly lanes = new Set<Lane>();
  private readonly line: (() => void)[] = [];
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  /** @throws InvocationFailure when the function throws, takes too long or brings its worker down. */
  async run(task: Task): Promise<TaskResult> {
    const lane = await this.claim(task.urgent);
    try {
      return await lane.run(task);
    } finally {
      lane.busy = false;
      if (lane.dead || lane.retired || this.lanes.size > this.options.most) void this.discard(lane);
      this.line.shift()?.();
    }
  }

  /** Lets the next invocation load the bundle anew; invocations under way finish with the old one. */
  async recycle(): Promise<void> {
    for (const lane of [...this.lanes]) {
      this.lanes.delete(lane);
      lane.retired = true;
      if (!lane.busy) await lane.stop();
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const next of this.line.splice(0)) next();
    await Promise.all([...this.lanes].map((lane) => this.discard(lane)));
  }

  private async claim(urgent: boolean): Promise<Lane> {
    for (;;) {
      if (this.closed) throw new InvocationFailure('crashed', { name: 'Error', message: 'The local site is closing.' });
      const free = [...this.lanes].find((lane) => !lane.busy && !lane.dead);
      if (free) return free.claim();
      if (urgent || this.lanes.size < this.options.most) {
        const lane = new Lane(this.options);
        this.lanes.add(lane);
        return lane.claim();
      }
      await new Promise<void>((next) => this.line.push(next));
    }
  }

  private async discard(lane: Lane): Promise<void> {
    this.lanes.delete(lane);
    await lane.stop();
  }
}

class Lane {
  busy = false;
  /** The worker is gone. */
  dead = false;
  /** The worker has an old bundle; what it runs is its last. */
  retired = false;
  private readonly worker: Worker;
  private current: Current | undefined;
  private loaded = false;
  private loadMilliseconds: number | undefined;

  constructor(private readonly options: PoolOptions) {
    this.worker = new Worker(workerProgram(), {
      eval: true,
      workerData: options.setup,
      env: { ...options.variables },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMegabytes },
    });
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'crashed';
      this.fail(new InvocationFailure(reason, { name: error.name, message: error.message, stack: error.stack }));
    });
    this.worker.on('exit', () => {
      this.fail(new InvocationFailure('crashed', { name: 'Error', message: 'The function ended its own process.' }));
    });
    this.worker.unref();
  }

  claim(): this {
    this.busy = true;
    return this;
  }

  run(task: Task): Promise<TaskResult> {
    return new Promise<TaskResult>((resolve, reject) => {
      this.current = { task, timer: undefined, aborts: new Map(), resolve, reject };
      this.worker.ref();
      this.post({ type: 'invoke', start: task.start });
      if (this.loaded) this.startTimer();
    });
  }

  async stop(): Promise<void> {
    this.dead = true;
    await this.worker.terminate();
  }

  /** Loading the bundle does not count; a function has its whole time for itself. */
  private startTimer(): void {
    const { current } = this;
    if (!current) return;
    const { limitMilliseconds } = current.task.start;
    current.timer = setTimeout(() => {
      const message = `The function took longer than ${limitMilliseconds / 1000} s.`;
      this.fail(new InvocationFailure('timedOut', { name: 'Error', message }));
    }, limitMilliseconds);
  }

  private receive(message: FromWorker): void {
    switch (message.type) {
      case 'loaded':
        this.loaded = true;
        this.loadMilliseconds = message.milliseconds;
        this.startTimer();
        break;
      case 'log':
        this.options.log(message.level === 'log' ? message.line : `${message.level}: ${message.line}`);
        break;
      case 'request':
        void this.answer(message.invocationId, message.requestId, message.request);
        break;
      case 'abort':
        this.current?.aborts.get(message.requestId)?.abort();
        break;
      case 'returned':
        this.finish(message.invocationId)?.resolve({ json: message.json, loadMilliseconds: this.takeLoadTime() });
        break;
      case 'threw':
        this.finish(message.invocationId)?.reject(new InvocationFailure('threw', message.error));
        break;
    }
  }

  private async answer(invocationId: string, requestId: number, request: WireRequest): Promise<void> {
    const { current } = this;
    if (current?.task.start.invocationId !== invocationId) {
      const message = `A function returned before its work was done: ${request.method} ${request.url} came after it.`;
      this.options.log(`error: ${message}`);
      this.post({ type: 'refuse', requestId, error: { name: 'Error', message } });
      return;
    }
    const abort = new AbortController();
    current.aborts.set(requestId, abort);
    try {
      const response = await current.task.onRequest(request, abort.signal);
      this.post({ type: 'answer', requestId, response });
    } catch (error) {
      this.post({ type: 'refuse', requestId, error: current.task.onRefusal(error) });
    } finally {
      current.aborts.delete(requestId);
    }
  }

  private finish(invocationId: string): Current | undefined {
    if (this.current?.task.start.invocationId !== invocationId) return undefined;
    return this.release();
  }

  /** Ends what runs, and the worker with it. */
  private fail(failure: InvocationFailure): void {
    this.dead = true;
    this.release()?.reject(failure);
  }

  private release(): Current | undefined {
    const { current } = this;
    if (!current) return undefined;
    clearTimeout(current.timer);
    for (const abort of current.aborts.values()) abort.abort();
    this.current = undefined;
    // An idle worker does not keep the process alive.
    this.worker.unref();
    return current;
  }

  private takeLoadTime(): number | undefined {
    const taken = this.loadMilliseconds;
    this.loadMilliseconds = undefined;
    return taken;
  }

  private post(message: ToWorker): void {
    if (!this.dead) this.worker.postMessage(message);
  }
}
