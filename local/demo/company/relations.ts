import type { ClientName } from './clients';

interface RelationLine {
  readonly kind: 'meeting' | 'satisfaction' | 'need' | 'reference' | 'note';
  /** Days from today. */
  readonly day: number;
  readonly text: string;
  /** How likely the client recommends the company, from 0 to 10. */
  readonly score?: number;
  /** Where a reference is to be found. */
  readonly at?: string;
  readonly answered?: { readonly day: number; readonly text: string };
}

/** What account managers noted of their clients. With one nobody has spoken for long, and of two nobody noted anything. */
export const relations: Readonly<Partial<Record<ClientName, readonly RelationLine[]>>> = {
  baltyk: [
    { kind: 'meeting', day: -27, text: 'Przegląd kwartału: zlecenia działają, reklamacje mają być przed sezonem.' },
    { kind: 'satisfaction', day: -27, score: 9, text: 'Zespół odpowiada tego samego dnia.' },
    { kind: 'need', day: -19, text: 'Powiadomienia o opóźnieniu także SMS-em', answered: { day: -16, text: 'W wycenie drugiego etapu.' } },
    { kind: 'reference', day: -45, text: 'Zgoda na nazwę i logo w ofertach', at: 'Poczta z działu marketingu klienta' },
    { kind: 'meeting', day: -6, text: 'Rozmowa o aplikacji dla kierowców: decyzja zarządu w grudniu.' },
  ],
  mazur: [
    { kind: 'meeting', day: -52, text: 'Spotkanie o raportach dla regulatora; klient pyta o koszt zmian.' },
    { kind: 'satisfaction', day: -52, score: 6, text: 'Prognozy są dobre, raporty przychodzą późno.' },
    { kind: 'need', day: -33, text: 'Raport tygodniowy w poniedziałek przed dziewiątą' },
  ],
  stalmet: [
    { kind: 'meeting', day: -13, text: 'Negocjacje umowy: zostaje kara za opóźnienie, spada jej górna granica.' },
    { kind: 'note', day: -8, text: 'Prawnik klienta wraca z urlopu za tydzień.' },
  ],
  piast: [{ kind: 'meeting', day: -4, text: 'Pokaz wniosku online; bank chce zacząć od kredytu gotówkowego.' }],
};
