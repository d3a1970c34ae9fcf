export interface DeliverAnswer {
  readonly status: number;
  /** Without them an answer has no content type. */
  readonly headers?: Pick<Headers, 'get'>;
  readonly text: string;
}

/** A handshake. */
interface DeliverGet {
  readonly method: 'GET';
  /** Ends when the answer is no longer awaited. */
  readonly signal: AbortSignal;
}

/** An event. */
interface DeliverPost {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export type DeliverInit = DeliverGet | DeliverPost;

/** Sends a request to a subscriber and resolves with the whole answer; rejects when the connection fails. */
export type Deliver = (url: string, init: DeliverInit) => Promise<DeliverAnswer>;

/** Sends over the network to the address as it stands; a redirect is an answer like any other. */
export const deliverByFetch: Deliver = async (url, init) => {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

/** What became of a request; an answer that did not come in time is an error. */
export type Outcome = { readonly answer: DeliverAnswer } | { readonly error: string };

/** Sends, and waits no longer than so many milliseconds, whatever `deliver` makes of the signal. Never rejects. */
export async function outcomeOf(deliver: Deliver, url: string, request: Omit<DeliverPost, 'signal'> | Omit<DeliverGet, 'signal'>, withinMs: number): Promise<Outcome> {
  const patience = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      resolve({ error: `no answer within ${withinMs} ms` });
      patience.abort();
    }, withinMs);
  });
  const sent = async (): Promise<Outcome> => {
    try {
      return { answer: await deliver(url, { ...request, signal: patience.signal }) };
    } catch (thrown) {
      return { error: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
  const outcome = await Promise.race([sent(), ended]);
  clearTimeout(timer);
  return outcome;
}
