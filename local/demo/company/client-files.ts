import type { ClientName } from './clients';
import type { DealName } from './deals';

export interface DemoFile {
  /** The title in Salesforce, which is the file's name without its extension; {year} is that of the last version. */
  readonly title: string;
  readonly extension: 'pdf' | 'docx' | 'txt';
  /** What each version says, and the day, counted from today, on which it was put there. */
  readonly versions: readonly (readonly [day: number, text: string])[];
}

/** Papers that are kept with a client: some clients have all of them, some have drafts, some have next to none. */
export const clientFiles: Partial<Readonly<Record<ClientName, readonly DemoFile[]>>> = {
  baltyk: [
    { title: 'Umowa ramowa Bałtyk {year} (podpisana)', extension: 'pdf', versions: [[-158, 'Umowa ramowa z Bałtyk Logistyka S.A., do podpisu.'], [-150, 'Umowa ramowa z Bałtyk Logistyka S.A., podpisana przez obie strony.']] },
    { title: 'NDA Bałtyk Logistyka (podpisane)', extension: 'pdf', versions: [[-165, 'Umowa o zachowaniu poufności, podpisana, bezterminowa.']] },
    { title: 'Zgoda marketingowa Bałtyk', extension: 'pdf', versions: [[-140, 'Zgoda na użycie znaku firmowego i opis wdrożenia.']] },
    { title: 'Notatka po spotkaniu kwartalnym', extension: 'txt', versions: [[-21, 'Pani prezes prosi o raport co miesiąc. Nowy magazyn w Szczecinie od lata.']] },
  ],
  zdrovia: [
    { title: 'Umowa ramowa Zdrovia {year} (podpisana)', extension: 'pdf', versions: [[-155, 'Umowa ramowa z siecią Zdrovia, podpisana.']] },
    { title: 'NDA Zdrovia', extension: 'pdf', versions: [[-160, 'Umowa o zachowaniu poufności, podpisana.']] },
    { title: 'Umowa powierzenia danych osobowych Zdrovia (draft)', extension: 'docx', versions: [[-28, 'Projekt umowy powierzenia, pierwsza wersja.'], [-8, 'Projekt umowy powierzenia z uwagami klienta.']] },
  ],
  mazur: [
    { title: 'Umowa Mazur Energia {year} - podpisana', extension: 'pdf', versions: [[-188, 'Umowa na wykonanie hurtowni danych, podpisana.']] },
    { title: 'NDA_Mazur_skan', extension: 'pdf', versions: [[-195, 'Skan umowy o zachowaniu poufności.']] },
  ],
  stalmet: [{ title: 'NDA Stalmet (draft, do podpisu)', extension: 'docx', versions: [[-34, 'Projekt umowy o zachowaniu poufności, niepodpisany.']] }],
  nordhaus: [
    { title: 'NDA Nordhaus GmbH (signed)', extension: 'pdf', versions: [[-90, 'Mutual non-disclosure agreement, signed.']] },
    { title: 'Rahmenvertrag Nordhaus (Entwurf)', extension: 'docx', versions: [[-30, 'Entwurf des Rahmenvertrags, nicht unterschrieben.']] },
  ],
  kwiatkowscy: [{ title: 'Umowa o współpracy Kwiatkowscy i Wspólnicy {year} (podpisana)', extension: 'pdf', versions: [[-117, 'Umowa o współpracy z kancelarią, podpisana.']] }],
  tatra: [{ title: 'Umowa ramowa Tatra {year}', extension: 'pdf', versions: [[-400, 'Umowa ramowa z Tatra Ubezpieczenia, ważna przez rok.']] }],
  piast: [
    { title: 'Umowa ramowa Piast (draft)', extension: 'docx', versions: [[-44, 'Projekt umowy ramowej, wersja pierwsza.'], [-36, 'Projekt umowy ramowej, wersja druga.'], [-18, 'Projekt umowy ramowej po uwagach banku.']] },
    { title: 'NDA Piast Bank Spółdzielczy', extension: 'pdf', versions: [[-72, 'Umowa o zachowaniu poufności, podpisana.']] },
    { title: 'Zgoda marketingowa Piast (cofnięta)', extension: 'pdf', versions: [[-31, 'Bank cofnął zgodę na opis wdrożenia.']] },
  ],
};

/** Papers that are kept with a deal. */
export const dealFiles: Partial<Readonly<Record<DealName, readonly DemoFile[]>>> = {
  portal: [
    { title: 'Zamówienie SOW 1 Portal klienta (podpisane)', extension: 'pdf', versions: [[-38, 'Zamówienie do umowy ramowej: etap I portalu, 640 000 zł netto.']] },
    { title: 'Protokół odbioru: zlecenia', extension: 'pdf', versions: [[-10, 'Odbiór modułu zleceń bez uwag.']] },
  ],
  portalMobile: [{ title: 'SOW 2 Aplikacja dla kierowców (draft)', extension: 'docx', versions: [[-24, 'Projekt zamówienia, bez terminu.'], [-9, 'Projekt zamówienia z terminem i kamieniami milowymi.']] }],
  ehealth: [{ title: 'Zamówienie Rejestracja online', extension: 'pdf', versions: [[-6, 'Zamówienie na rejestrację online i e-recepty, przed podpisem klienta.']] }],
  warehouse: [
    { title: 'SOW Hurtownia danych (podpisane)', extension: 'pdf', versions: [[-72, 'Zakres prac: hurtownia danych i prognozy zużycia.']] },
    { title: 'Protokół odbioru etapu 1 (niepodpisany)', extension: 'docx', versions: [[-14, 'Protokół odbioru pierwszego etapu, czeka na podpis klienta.']] },
  ],
  shop: [{ title: 'Oferta Sklep B2B', extension: 'pdf', versions: [[-36, 'Oferta na sklep B2B, ważna 60 dni.']] }],
  configurator: [{ title: 'Angebot 3D-Konfigurator', extension: 'pdf', versions: [[-60, 'Angebot für den 3D-Konfigurator, 196 000 EUR.']] }],
  lending: [{ title: 'Zamówienie Wnioski kredytowe (projekt)', extension: 'docx', versions: [[-19, 'Projekt zamówienia do niepodpisanej umowy ramowej.']] }],
  audit: [{ title: 'Protokół odbioru audytu dostępności (podpisany)', extension: 'pdf', versions: [[-96, 'Odbiór raportu z audytu bez uwag.']] }],
  registry: [{ title: 'Protokół odbioru Rejestr umów', extension: 'pdf', versions: [[-50, 'Odbiór rejestru umów z dwiema uwagami.']] }],
};
