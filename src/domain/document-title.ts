/** Salesforce takes 255 characters; a longer text is no title. */
const longest = 500;

/** Letters that have no accent to take off. */
const plain: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

const folded = (text: string): string =>
  text.slice(0, longest).normalize('NFKD').toLowerCase().normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[łøđıßæœ]/gu, (letter) => plain[letter] ?? letter);

/** A title's words in small letters without accents; what is neither letter nor digit parts them, and so do letters and digits. */
export const wordsOf = (title: string): readonly string[] => folded(title).match(/\p{L}+|\p{N}+/gu) ?? [];

/** A phrase's words in the same form, each with its `*` where it stands for any ending. */
export type Phrase = readonly string[];

export const phraseOf = (phrase: string): Phrase => folded(phrase).match(/\p{L}+\*?|\p{N}+\*?/gu) ?? [];

const fits = (word: string | undefined, wanted: string): boolean =>
  word !== undefined && (wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted);

/** Where in the words a phrase stands, by the place of its first word. */
function placesOf(words: readonly string[], phrase: Phrase): readonly number[] {
  if (phrase.length === 0) return [];
  return words.flatMap((_, place) => (phrase.every((wanted, at) => fits(words[place + at], wanted)) ? [place] : []));
}

/** Whether one of the phrases stands in the words, whole and in one piece. */
export const hasAny = (words: readonly string[], phrases: readonly Phrase[]): boolean => phrases.some((phrase) => placesOf(words, phrase).length > 0);

export type TitleMark = 'draft' | 'signed' | 'none';

/**
 * What a title says of itself. A word of something signed wins over one of a draft, unless it is part of it: "not signed" is a draft,
 * and "projekt Alfa, podpisana" is signed.
 */
export function markOf(words: readonly string[], draftMarks: readonly Phrase[], signedMarks: readonly Phrase[]): TitleMark {
  const drafts = new Set(draftMarks.flatMap((phrase) => placesOf(words, phrase).flatMap((place) => phrase.map((_, at) => place + at))));
  const isSigned = signedMarks.some((phrase) => placesOf(words, phrase).some((place) => phrase.every((_, at) => !drafts.has(place + at))));
  if (isSigned) return 'signed';
  return drafts.size > 0 ? 'draft' : 'none';
}

/** A file's name as Salesforce parts it: what stands before the last dot, and the extension in small letters. */
export function partsOfName(name: string): { readonly title: string; readonly extension: string | null } {
  const found = /^(.+)\.([A-Za-z0-9]{1,12})$/s.exec(name.trim());
  return found === null ? { title: name.trim(), extension: null } : { title: found[1] ?? '', extension: (found[2] ?? '').toLowerCase() };
}
