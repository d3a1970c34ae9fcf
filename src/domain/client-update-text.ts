import { factKinds, type FactKind, type SharedEffect, type ShareableFact, type UpdatePeriod } from './client-update';
import { updateWords, type UpdateWording } from './client-update-words';
import type { Language } from './person';
import { reportDay, reportMoney } from './report-format';
import { nothing } from './total';
import { oneLine, typedLines } from './typed-text';

/** An update as the account manager put it together. */
export interface ClientUpdate {
  readonly client: string;
  readonly period: UpdatePeriod;
  readonly projects: readonly { readonly name: string; readonly facts: readonly ShareableFact[] }[];
  /** The account manager's own words in front of the facts and behind them. */
  readonly before: string;
  readonly after: string;
  readonly language: Language;
}

/** The update as plain text. The same choice, words and language give the same text, to the byte. */
export function clientUpdateText({ period: { from, to }, projects, before, after, language }: ClientUpdate): string {
  const w = updateWords[language];
  const blocks = [
    [w.greeting],
    [w.opening(reportDay(from, language), reportDay(to, language))],
    typedLines(before),
    ...projects.flatMap(({ name, facts }) => (facts.length === 0 ? [] : [[w.project(oneLine(name))], ...factKinds.map((kind) => group(kind, facts, w, language))])),
    typedLines(after),
    [w.closing],
  ];
  return `${blocks.filter((lines) => lines.some((line) => line !== '')).map((lines) => lines.join('\n')).join('\n\n')}\n`.normalize('NFC');
}

/** The subject of an e-mail with the update. */
export const clientUpdateSubject = ({ client, period: { from, to }, language }: Pick<ClientUpdate, 'client' | 'period' | 'language'>): string =>
  oneLine(updateWords[language].subject(client, reportDay(from, language), reportDay(to, language)));

function group(kind: FactKind, facts: readonly ShareableFact[], w: UpdateWording, language: Language): readonly string[] {
  const lines = facts.filter((fact) => fact.kind === kind).map((fact) => factLine(fact, w, language));
  if (lines.length === 0 || kind === 'goal') return lines;
  return [w.heading[kind], ...lines];
}

function factLine(fact: ShareableFact, w: UpdateWording, language: Language): string {
  if (fact.kind === 'goal') return w.goal(fact.text);
  const day = reportDay(fact.on, language);
  switch (fact.kind) {
    case 'milestoneDone':
    case 'milestoneNext':
      return `- ${fact.name} (${day})`;
    case 'accepted':
      return `- ${fact.deliverable} (${[day, ...(fact.isConditional ? [w.conditional] : [])].join(', ')})`;
    case 'change':
      return [`- ${fact.title} (${day})`, ...effectLines(fact.effect, w, language)].join('\n');
  }
}

function effectLines({ budget, end, added, removed }: SharedEffect, w: UpdateWording, language: Language): readonly string[] {
  const isNothing = budget === null || budget.amount === nothing;
  return [
    ...(isNothing ? [] : [w.budget(`${budget.amount.startsWith('-') ? '' : '+'}${reportMoney(budget.amount, budget.currency, language)}`)]),
    ...(end === null ? [] : [w.end(reportDay(end, language))]),
    ...(added === '' ? [] : [w.added(added)]),
    ...(removed === '' ? [] : [w.removed(removed)]),
  ].map((line) => `  ${line}`);
}
