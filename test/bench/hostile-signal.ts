import { dealId } from '../../src/domain/fixture/values';
import { readOutboundMessage } from '../../src/handlers/outbound-message';
import { longestBody } from '../../src/handlers/salesforce-message';
import { hostileMessages, message, notification } from '../handlers/outbound-messages';
import type { Figure, Measurement } from './measurement';

const rounds = 5;
const mostMilliseconds = 500;

/** How long a stranger's body can keep the reader of outbound messages busy, beside the longest message that Salesforce sends. */
export const hostileSignal: Measurement = {
  name: 'hostile-signal',
  async run() {
    const longest = message({ notifications: Array.from({ length: 100 }, (_, at) => notification(`04l${at}`, dealId(at + 1))) });
    const bodies = Object.entries(hostileMessages).map(([name, body]) => ({ name, body: body() })).filter(({ body }) => body.length <= longestBody);
    const worst = bodies.map(({ name, body }) => ({ name, milliseconds: slowest(body) })).reduce((a, b) => (a.milliseconds > b.milliseconds ? a : b));
    return [
      { name: `hostile-signal: the worst body (${worst.name})`, measured: worst.milliseconds, unit: 'ms', limit: mostMilliseconds },
      { name: 'hostile-signal:   a genuine message of 100 deals', measured: slowest(longest), unit: 'ms' },
    ] satisfies Figure[];
  },
};

/** Milliseconds that the slowest of some rounds took. */
function slowest(body: string): number {
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now();
    readOutboundMessage(body);
    return performance.now() - begun;
  });
  return Math.max(...times);
}
