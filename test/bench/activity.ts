import type { InvocationRecord } from '../../local/forge/invocations';
import type { StorageUsage } from '../../local/forge/storage/usage';
import type { Site } from '../../local/site';
import type { VendorCall, VendorCalls } from './vendor-calls';

/** What the app did in a while. */
export interface Activity {
  readonly runs: readonly InvocationRecord[];
  readonly storage: StorageUsage;
  readonly calls: readonly VendorCall[];
}

/** The host keeps its last few hundred records only, so they are collected in time. */
const everyMilliseconds = 100;

/** Watches what the app does from now on. */
export class Watch {
  private readonly before: ReadonlySet<InvocationRecord>;
  private readonly runs = new Set<InvocationRecord>();
  private readonly callsBefore: number;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly site: Site,
    private readonly calls: VendorCalls,
  ) {
    this.before = new Set(site.host.invocations());
    this.callsBefore = calls.length;
    site.host.resetStorageUsage();
    this.timer = setInterval(() => this.collect(), everyMilliseconds);
  }

  callsSoFar(): readonly VendorCall[] {
    return this.calls.since(this.callsBefore);
  }

  end(): Activity {
    clearInterval(this.timer);
    this.collect();
    return { runs: [...this.runs], storage: this.site.host.storageUsage(), calls: this.callsSoFar() };
  }

  private collect(): void {
    for (const record of this.site.host.invocations()) if (!this.before.has(record)) this.runs.add(record);
  }
}

export const runsOf = ({ runs }: Activity, functionKey: string): readonly InvocationRecord[] => runs.filter((run) => run.functionKey === functionKey);

/** Runs that Forge has to repeat, or that nobody repeats. */
export const failedRuns = ({ runs }: Activity): number => runs.filter(({ outcome }) => outcome !== 'returned').length;

export const operations = ({ reads, writes }: StorageUsage): number => reads + writes;

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
