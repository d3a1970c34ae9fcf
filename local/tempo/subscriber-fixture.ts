import type { Deliver, DeliverAnswer, DeliverInit } from './webhooks/deliver';

export interface Received {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A subscriber without a server: good at handshakes, and answering events as it is told to. */
export class Subscriber {
  /** The addresses of the handshakes. */
  readonly handshakes: string[] = [];
  readonly received: Received[] = [];
  /** What the next events are answered, by status or by an error of the connection; 200 when nothing is left. */
  answers: (number | Error)[] = [];
  /** What a handshake is answered. */
  shake: (text: string) => DeliverAnswer = (text) => ({ status: 200, headers: new Headers({ 'content-type': 'text/plain' }), text });

  readonly deliver: Deliver = async (url, init: DeliverInit) => {
    if (init.method === 'GET') {
      this.handshakes.push(url);
      return this.shake(new URL(url).searchParams.get('randomString') ?? '');
    }
    this.received.push({ url, body: init.body, headers: init.headers });
    const answer = this.answers.shift() ?? 200;
    if (answer instanceof Error) throw answer;
    return { status: answer, text: '' };
  };

  /** The events received, in their order. */
  events(): unknown[] {
    return this.received.map(({ body }): unknown => JSON.parse(body));
  }
}
