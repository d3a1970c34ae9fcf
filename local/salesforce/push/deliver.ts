/** Sends a request to the outside; the site maps the public address of a web trigger to its own port here. */
export type Deliver = (url: string, init: {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}) => Promise<Delivered>;

export interface Delivered {
  readonly status: number;
  /** The answer's body; only an outbound message reads it, and takes an answer without this for a failure. */
  text?(): Promise<string>;
}
