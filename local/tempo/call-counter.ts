export interface Calls {
  /** Every request that reached the API, also those refused or made to fail. */
  readonly total: number;
  /** By method and path with ids left out, such as 'GET /4/plans/{id}'. */
  readonly byCall: Readonly<Record<string, number>>;
  /** By the status answered; a request whose answer was lost on purpose counts under 0. */
  readonly byStatus: Readonly<Record<number, number>>;
}

const FIXED_SEGMENTS = /^(?:4|[a-z][a-z-]*)$/;

function withoutIds(path: string): string {
  return path
    .split('/')
    .map((segment) => (segment === '' || FIXED_SEGMENTS.test(segment) ? segment : '{id}'))
    .join('/');
}

/** Counts calls for tests and benchmarks; a restart begins at zero. */
export class CallCounter {
  private readonly byCall = new Map<string, number>();
  private readonly byStatus = new Map<number, number>();
  private total = 0;

  arrived(method: string, path: string): void {
    const call = `${method} ${withoutIds(path)}`;
    this.total += 1;
    this.byCall.set(call, (this.byCall.get(call) ?? 0) + 1);
  }

  answered(status: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
  }

  read(): Calls {
    return { total: this.total, byCall: Object.fromEntries(this.byCall), byStatus: Object.fromEntries(this.byStatus) };
  }

  reset(): void {
    this.total = 0;
    this.byCall.clear();
    this.byStatus.clear();
  }
}
