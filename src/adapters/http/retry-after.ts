/**
 * Seconds that an answer asks to wait, by its Retry-After header in either form.
 * A date is compared with the answer's own Date header, so a clock that is wrong on one side does no harm.
 * @returns undefined where nothing readable is asked for.
 */
export function retryAfterOf(headers: { get(name: string): string | null }): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (asked === undefined || asked === '') return undefined;
  if (/^[0-9]{1,9}(?:\.[0-9]+)?$/.test(asked)) return Math.ceil(Number(asked));
  // Date.parse reads much that is no HTTP date, even "-5".
  if (!/^[A-Z][a-z]+,? /.test(asked)) return undefined;
  const until = Date.parse(asked);
  const now = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(until) || Number.isNaN(now)) return undefined;
  return Math.max(0, Math.ceil((until - now) / 1000));
}
