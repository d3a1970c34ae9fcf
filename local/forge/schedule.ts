import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { Database } from '../database';
import type { ForgeManifest, ForgeModule } from './manifest';

const intervals: Readonly<Record<string, number>> = {
  fiveMinute: 300_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};
const row = z.object({ next_run_at: z.number() });

/** The manifest's scheduled triggers. The next run of each is kept; a run that fell due while the site was down is made up for once. */
export class Schedules {
  private readonly modules: readonly ForgeModule[];
  private readonly running = new Set<string>();
  private started = false;

  constructor(
    private readonly options: {
      readonly database: Database;
      readonly clock: Clock;
      readonly manifest: ForgeManifest;
      /** Runs the trigger's function; never rejects. */
      run(module: ForgeModule): Promise<void>;
      changed(): void;
    },
  ) {
    options.database.exec(
      'CREATE TABLE IF NOT EXISTS forge_schedule (module_key TEXT PRIMARY KEY, next_run_at INTEGER NOT NULL) WITHOUT ROWID',
    );
    this.modules = options.manifest.modules.filter(({ type }) => type === 'scheduledTrigger');
    for (const module of this.modules) intervalOf(module);
  }

  start(): void {
    this.started = true;
    for (const module of this.modules) {
      if (this.nextRun(module) === undefined) this.setNextRun(module, this.now() + intervalOf(module));
    }
    this.pump();
  }

  stop(): void {
    this.started = false;
  }

  isQuiet(): boolean {
    return this.running.size === 0 && (!this.started || !this.modules.some((module) => this.isDue(module)));
  }

  /** When the next trigger is due, in milliseconds of the epoch. */
  nextDue(): number | undefined {
    if (!this.started) return undefined;
    const waiting = this.modules.filter(({ key }) => !this.running.has(key)).map((module) => this.nextRun(module));
    const known = waiting.filter((instant) => instant !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  }

  /** Starts every trigger that is due and not running. */
  pump(): void {
    if (!this.started) return;
    for (const module of this.modules) {
      if (this.isDue(module) && !this.running.has(module.key)) {
        this.setNextRun(module, this.now() + intervalOf(module));
        this.running.add(module.key);
        void this.options.run(module).finally(() => {
          this.running.delete(module.key);
          this.options.changed();
        });
      }
    }
  }

  private isDue(module: ForgeModule): boolean {
    return (this.nextRun(module) ?? Infinity) <= this.now();
  }

  private nextRun(module: ForgeModule): number | undefined {
    const found = this.options.database.prepare('SELECT next_run_at FROM forge_schedule WHERE module_key = ?').get(module.key);
    return found === undefined ? undefined : row.parse(found).next_run_at;
  }

  private setNextRun(module: ForgeModule, instant: number): void {
    this.options.database
      .prepare('INSERT INTO forge_schedule VALUES (?, ?) ON CONFLICT (module_key) DO UPDATE SET next_run_at = excluded.next_run_at')
      .run(module.key, instant);
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}

function intervalOf(module: ForgeModule): number {
  const interval = intervals[String(module.definition['interval'])];
  if (interval === undefined) throw new Error(`scheduledTrigger ${module.key} has no interval that Forge knows.`);
  return interval;
}
