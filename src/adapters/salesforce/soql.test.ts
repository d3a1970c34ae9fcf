import fc from 'fast-check';
import { isDealId, parseDealId, type DealId } from '../../domain/ids';
import { isInstant, type Instant } from '../../domain/plain-date';
import { chunksOf, containing, dateTime, idList, literal } from './soql';

const single: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads a literal as the SOQL reference defines it: undefined where it ends early or holds an escape that is none. */
function read(text: string, extra = ''): string | undefined {
  if (!/^'.*'$/s.test(text)) return undefined;
  const inner = text.slice(1, -1);
  let result = '';
  for (let at = 0; at < inner.length; at += 1) {
    const character = inner.charAt(at);
    if (character === "'") return undefined;
    if (character !== '\\') {
      result += character;
      continue;
    }
    at += 1;
    const next = inner.charAt(at);
    if (next === 'u') {
      result += String.fromCharCode(Number.parseInt(inner.slice(at + 1, at + 5), 16));
      at += 4;
    } else if (`'"\\${extra}`.includes(next) && next !== '') result += next;
    else if (single[next] !== undefined) result += single[next];
    else return undefined;
  }
  return result;
}

const nasty = fc.string({ unit: fc.constantFrom('\\', "'", '"', '%', '_', '\n', '\u0000', '\u007f', 'n', 'u', 'ż', '😀', ' ') });
const dealId = (number: number): DealId => {
  const id = parseDealId(`006000000${String(number).padStart(6, '0')}`);
  if (id === undefined) throw new Error('The test made a wrong id.');
  return id;
};
const at = (text: string): Instant => {
  if (!isInstant(text)) throw new Error(`${text} is no instant`);
  return text;
};

describe('literal', () => {
  it('reads back as the same text, and never ends early', () => {
    fc.assert(fc.property(fc.oneof(nasty, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      expect(read(literal(text))).toBe(text.replace(/\p{Surrogate}/gu, '\ufffd'));
    }));
  });

  it('escapes the backslash first', () => {
    expect(literal("\\' OR Name != '")).toBe("'\\\\\\' OR Name != \\''");
  });

  it('survives half of a pair of surrogates, which no URL can carry', () => {
    expect(() => encodeURIComponent(literal('a\ud83d'))).not.toThrow();
  });
});

describe('containing', () => {
  it('has no wildcards but its own two', () => {
    fc.assert(fc.property(nasty, (text) => {
      const pattern = containing(text);
      expect(read(pattern, '%_')).toBe(`%${text}%`);
      expect(pattern.slice(2, -2).replace(/\\[\s\S]/g, '')).not.toMatch(/[%_]/);
    }));
  });
});

describe('idList', () => {
  it('quotes ids', () => expect(idList([dealId(1), dealId(2)])).toBe("('006000000000001AAA','006000000000002AAA')"));

  it('lets nothing else into a query', () => {
    expect(() => idList([])).toThrow(RangeError);
    fc.assert(fc.property(nasty, (text) => {
      const forged = [text].filter((one): one is DealId => !isDealId(one));
      expect(() => idList(forged)).toThrow(RangeError);
    }));
  });
});

describe('chunksOf', () => {
  it('holds each id once, at most 200 to a chunk, in as few as possible', () => {
    fc.assert(fc.property(fc.array(fc.nat(900), { maxLength: 900 }), (numbers) => {
      const ids = numbers.map(dealId);
      const chunks = chunksOf(ids);
      expect(new Set(chunks.flat())).toEqual(new Set(ids));
      expect(chunks.flat()).toHaveLength(new Set(ids).size);
      expect(chunks.every((chunk) => chunk.length >= 1 && chunk.length <= 200)).toBe(true);
      expect(chunks).toHaveLength(Math.ceil(new Set(ids).size / 200));
    }), { numRuns: 30 });
  });
});

test('dateTime is cut to the second', () => expect(dateTime(at('2026-11-23T09:00:59.999Z'))).toBe('2026-11-23T09:00:59Z'));
