import type { Language, Person } from './person';

interface Reminded {
  readonly version: number;
  readonly by: Person;
  /** Empty where nothing was added. */
  readonly note: string;
}

const words: Readonly<Record<Language, (reminded: Reminded) => readonly string[]>> = {
  pl: ({ version, by }) => [`Wytyczne projektu w wersji ${version} czekają na przeczytanie.`, 'Można je przeczytać i potwierdzić w panelu Opiekun przy tym zgłoszeniu.', `Przypomina: ${by.name}.`],
  en: ({ version, by }) => [`Version ${version} of the project’s guidelines waits to be read.`, 'It is read and acknowledged in the Opiekun panel beside this issue.', `Reminded by: ${by.name}.`],
};

/** A comment that reminds people of the guidelines, in the company's language, with what the account manager added behind its first line. */
export function guidelinesReminder(reminded: Reminded, language: Language): readonly string[] {
  const [first = '', ...rest] = words[language](reminded);
  return [first, ...(reminded.note === '' ? [] : [`„${reminded.note}”`]), ...rest];
}
