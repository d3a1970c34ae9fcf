/** What a piece of work asked of the app's storage. Bytes are those of the values, as JSON. */
export interface StorageUsage {
  readonly reads: number;
  readonly writes: number;
  readonly bytesRead: number;
  readonly bytesWritten: number;
}

/** Counts, for one invocation or for a whole run. A query or a batch of reads is one read, a transaction one write. */
export class UsageMeter {
  private reads = 0;
  private writes = 0;
  private bytesRead = 0;
  private bytesWritten = 0;

  /** @param parent is told of all that this one is told of. */
  constructor(private readonly parent?: UsageMeter) {}

  read(bytes: number): void {
    this.reads += 1;
    this.bytesRead += bytes;
    this.parent?.read(bytes);
  }

  write(bytes: number): void {
    this.writes += 1;
    this.bytesWritten += bytes;
    this.parent?.write(bytes);
  }

  reset(): void {
    this.reads = 0;
    this.writes = 0;
    this.bytesRead = 0;
    this.bytesWritten = 0;
  }

  snapshot(): StorageUsage {
    const { reads, writes, bytesRead, bytesWritten } = this;
    return { reads, writes, bytesRead, bytesWritten };
  }
}
