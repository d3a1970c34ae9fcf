/**
 * What one invocation may send: so many requests within a window, whichever systems they go to. One too many waits.
 * @param now milliseconds; pauses are in milliseconds too.
 */
export function createAllowance({ most, windowMs, now, pause }: { readonly most: number; readonly windowMs: number; readonly now: () => number; readonly pause: (milliseconds: number) => Promise<void> }): () => Promise<void> {
  /** When the latest requests went out, or will, the oldest first. */
  let sent: number[] = [];
  return async () => {
    const oldest = sent.length < most ? Number.NEGATIVE_INFINITY : (sent.at(-most) ?? Number.NEGATIVE_INFINITY);
    const at = Math.max(now(), oldest + windowMs);
    sent = [...sent, at].slice(-most);
    const wait = at - now();
    if (wait > 0) await pause(wait);
  };
}
