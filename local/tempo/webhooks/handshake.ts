import { randomBytes } from 'node:crypto';
import { outcomeOf, type Deliver } from './deliver';

/** The address with one more parameter; what its query says already is left as it is, letter by letter. */
function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.search = `${url.search === '' ? '?' : `${url.search}&`}${name}=${value}`;
  return url.href;
}

/**
 * Whether an address answers `GET url?randomString=…` with 200, text/plain and exactly that text
 * (Tempo REST API 4.0, "Webhooks"). Never rejects.
 */
export async function shakesHands(deliver: Deliver, url: string, withinMs: number): Promise<boolean> {
  const text = randomBytes(16).toString('hex');
  const outcome = await outcomeOf(deliver, withParameter(url, 'randomString', text), { method: 'GET' }, withinMs);
  if ('error' in outcome) return false;
  const { status, headers, text: answered } = outcome.answer;
  const type = headers?.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return status === 200 && type === 'text/plain' && answered === text;
}
