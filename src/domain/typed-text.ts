/** A text on one line, however it was typed. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

/** What a person typed, line by line: without spaces at their ends, and with one empty line at most between two paragraphs. */
export const typedLines = (text: string): readonly string[] =>
  text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trimEnd()).join('\n').trim().split('\n').filter((line, at, all) => line !== '' || (at > 0 && all[at - 1] !== ''));
