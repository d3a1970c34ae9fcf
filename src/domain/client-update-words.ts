import type { FactKind } from './client-update';
import type { Language } from './person';

/** The fixed words of an update. */
export interface UpdateWording {
  readonly subject: (client: string, from: string, to: string) => string;
  readonly greeting: string;
  readonly opening: (from: string, to: string) => string;
  readonly project: (name: string) => string;
  readonly heading: Readonly<Record<Exclude<FactKind, 'goal'>, string>>;
  readonly goal: (text: string) => string;
  readonly conditional: string;
  readonly budget: (sum: string) => string;
  readonly end: (day: string) => string;
  readonly added: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly closing: string;
}

export const updateWords: Readonly<Record<Language, UpdateWording>> = {
  pl: {
    subject: (client, from, to) => `${client}: postęp prac od ${from} do ${to}`,
    greeting: 'Dzień dobry,',
    opening: (from, to) => `przekazujemy informację o postępie prac od ${from} do ${to}.`,
    project: (name) => `Projekt: ${name}`,
    heading: {
      milestoneDone: 'Osiągnięte kamienie milowe:',
      accepted: 'Po naszym przeglądzie, gotowe do odbioru:',
      change: 'Uzgodnione zmiany zakresu:',
      milestoneNext: 'Najbliższe kamienie milowe:',
    },
    goal: (text) => `Cel: ${text}`,
    conditional: 'pozostały uzupełnienia',
    budget: (sum) => `budżet ${sum}`,
    end: (day) => `nowy termin zakończenia: ${day}`,
    added: (text) => `dochodzi: ${text}`,
    removed: (text) => `odchodzi: ${text}`,
    closing: 'Z poważaniem',
  },
  en: {
    subject: (client, from, to) => `${client}: progress from ${from} to ${to}`,
    greeting: 'Hello,',
    opening: (from, to) => `Here is how the work progressed from ${from} to ${to}.`,
    project: (name) => `Project: ${name}`,
    heading: {
      milestoneDone: 'Milestones reached:',
      accepted: 'Passed our review and ready for your acceptance:',
      change: 'Scope changes agreed:',
      milestoneNext: 'Next milestones:',
    },
    goal: (text) => `Goal: ${text}`,
    conditional: 'some items remain',
    budget: (sum) => `budget ${sum}`,
    end: (day) => `new end date: ${day}`,
    added: (text) => `added: ${text}`,
    removed: (text) => `taken out: ${text}`,
    closing: 'Kind regards',
  },
};
