import type { Guidelines } from './guidelines';
import { kickoffLimits, type KickoffSettings } from './kickoff';
import type { Language } from './person';
import type { PlainDate } from './plain-date';

/** A part of a text, whatever it is written in later. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** What a kick-off is written from. */
export interface KickoffFacts {
  readonly project: string;
  readonly deal: string;
  readonly client: string | null;
  readonly guidelines: { readonly version: number; readonly content: Guidelines } | null;
  /** Who is who at the client, a line each; null where that is not known. */
  readonly contacts: readonly string[] | null;
}

interface Words {
  readonly summary: string;
  readonly agenda: readonly string[];
  readonly won: (deal: string, client: string | null) => string;
  readonly agendaTitle: string;
  readonly guidelines: (version: number) => string;
  readonly none: string;
  readonly goal: string;
  readonly inScope: string;
  readonly outOfScope: string;
  readonly budget: (amount: string, currency: string, hours: number) => string;
  readonly schedule: (from: PlainDate, to: PlainDate) => string;
  readonly priorities: string;
  readonly staffing: string;
  readonly contacts: string;
}

const words: Readonly<Record<Language, Words>> = {
  pl: {
    summary: 'Kick-off: {project}',
    agenda: ['Zespół i role, po naszej stronie i u klienta', 'Cel, zakres i to, czego nie robimy', 'Harmonogram i kamienie milowe', 'Budżet i zasady rozliczeń', 'Ryzyka i otwarte pytania', 'Komunikacja z klientem i eskalacja', 'Następne kroki: kto, co, do kiedy'],
    won: (deal, client) => (client === null ? `Szansa „${deal}” została wygrana.` : `Szansa „${deal}” (${client}) została wygrana.`),
    agendaTitle: 'Porządek spotkania',
    guidelines: (version) => `Wytyczne, wersja ${version}`,
    none: 'Opiekun klienta nie opublikował jeszcze wytycznych. Poproś o nie przed spotkaniem.',
    goal: 'Cel',
    inScope: 'W zakresie',
    outOfScope: 'Poza zakresem',
    budget: (amount, currency, hours) => `Budżet: ${amount} ${currency}, ${hours} h`,
    schedule: (from, to) => `Harmonogram: od ${from} do ${to}`,
    priorities: 'Priorytety, od najważniejszego',
    staffing: 'Role w projekcie',
    contacts: 'Kto jest kim u klienta',
  },
  en: {
    summary: 'Kick-off: {project}',
    agenda: ['Team and roles, ours and the client’s', 'Goal, scope, and what we do not do', 'Schedule and milestones', 'Budget and how it is billed', 'Risks and open questions', 'Communication with the client, and escalation', 'Next steps: who, what, by when'],
    won: (deal, client) => (client === null ? `The deal “${deal}” was won.` : `The deal “${deal}” (${client}) was won.`),
    agendaTitle: 'Agenda',
    guidelines: (version) => `Guidelines, version ${version}`,
    none: 'The account manager has not published guidelines yet. Ask for them before the meeting.',
    goal: 'Goal',
    inScope: 'In scope',
    outOfScope: 'Out of scope',
    budget: (amount, currency, hours) => `Budget: ${amount} ${currency}, ${hours} h`,
    schedule: (from, to) => `Schedule: ${from} to ${to}`,
    priorities: 'Priorities, the most important first',
    staffing: 'Roles in the project',
    contacts: 'Who is who at the client',
  },
};

/** Jira takes a title of 255 characters and no line break in it. */
const longestTitle = 255;

/** The kick-off's title and text, in the company's language. */
export function kickoffText(settings: KickoffSettings, facts: KickoffFacts, language: Language): { readonly summary: string; readonly body: readonly Block[] } {
  const w = words[language];
  const agenda = settings.agenda === null ? w.agenda : linesOf(settings.agenda.slice(0, kickoffLimits.agenda));
  return {
    summary: titleOf(settings.summary ?? w.summary, facts) || titleOf(w.summary, facts),
    body: [
      { kind: 'paragraph', text: w.won(facts.deal, facts.client) },
      ...(agenda.length === 0 ? [] : [heading(w.agendaTitle), list(agenda)]),
      ...guidelinesBlocks(facts, w),
      ...(facts.contacts === null || facts.contacts.length === 0 ? [] : [heading(w.contacts), list(facts.contacts)]),
    ],
  };
}

/** Names are put in once and are not read for further placeholders. */
function titleOf(template: string, { project, deal, client }: KickoffFacts): string {
  const names: Readonly<Record<string, string>> = { project, deal, client: client ?? '' };
  const title = template.replace(/\{(project|deal|client)\}/gu, (_, name: string) => names[name] ?? '').replace(/\s+/gu, ' ').trim();
  return [...title].slice(0, longestTitle).join('');
}

function guidelinesBlocks({ guidelines }: KickoffFacts, w: Words): readonly Block[] {
  if (guidelines === null) return [{ kind: 'paragraph', text: w.none }];
  const { budget, schedule, scope, priorities, staffing } = guidelines.content;
  const named = (name: string, text: string): readonly Block[] => (text.trim() === '' ? [] : [{ kind: 'paragraph', text: `${name}: ${text.trim()}` }]);
  return [
    heading(w.guidelines(guidelines.version)),
    ...named(w.goal, scope.goal),
    ...named(w.inScope, scope.inScope),
    ...named(w.outOfScope, scope.outOfScope),
    { kind: 'paragraph', text: w.budget(budget.amount.amount, budget.amount.currency, budget.hours) },
    { kind: 'paragraph', text: w.schedule(schedule.start, schedule.end) },
    ...(schedule.milestones.length === 0 ? [] : [list(schedule.milestones.map(({ date, name }) => `${date}: ${name}`))]),
    ...(priorities.length === 0 ? [] : [heading(w.priorities), list(priorities.map(({ text }) => text))]),
    ...(staffing.length === 0 ? [] : [heading(w.staffing), list([...new Set(staffing.map(({ role }) => role))])]),
  ];
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
const heading = (text: string): Block => ({ kind: 'heading', text });
const list = (items: readonly string[]): Block => ({ kind: 'list', items });
