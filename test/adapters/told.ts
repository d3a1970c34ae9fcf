import english from '../../locales/settings.en-US.json';
import type { ConnectionCheck } from '../../src/domain/connection-check';

const texts: ReadonlyMap<string, unknown> = new Map(Object.entries(english));

/** What an English administrator reads below a check. @throws Error where the text and its detail do not belong together. */
export function told({ code, outcome, advice, detail }: ConnectionCheck): string {
  if (advice === null) {
    if (detail !== null || outcome === 'failed' || outcome === 'warning') throw new Error(`${code} ${outcome}: no advice`);
    return '';
  }
  const text = texts.get(`advice.${advice}`);
  if (typeof text !== 'string') throw new Error(`${advice}: no text`);
  if (text.includes('{detail}') !== (detail !== null)) throw new Error(`${advice}: detail is ${detail ?? 'missing'}`);
  return text.replace('{detail}', detail ?? '');
}
