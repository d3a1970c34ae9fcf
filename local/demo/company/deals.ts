import type { ClientName } from './clients';

export interface DemoStage {
  readonly apiName: string;
  readonly probability: number;
  readonly closed?: boolean;
  readonly won?: boolean;
  /** The stage of Opiekun that the demo's administrator maps it to. */
  readonly mappedTo: 'open' | 'negotiation' | 'internallyWon' | 'won' | 'lost';
}

/** The organisation's own stages, in the order in which a deal goes through them. */
export const stages = [
  { apiName: 'Prospecting', probability: 10, mappedTo: 'open' },
  { apiName: 'Qualification', probability: 20, mappedTo: 'open' },
  { apiName: 'Proposal/Price Quote', probability: 45, mappedTo: 'open' },
  { apiName: 'Negotiation/Review', probability: 65, mappedTo: 'negotiation' },
  { apiName: 'Internally Won', probability: 90, mappedTo: 'internallyWon' },
  { apiName: 'Closed Won', probability: 100, closed: true, won: true, mappedTo: 'won' },
  { apiName: 'Closed Lost', probability: 0, closed: true, mappedTo: 'lost' },
] as const satisfies readonly DemoStage[];

export type StageName = (typeof stages)[number]['apiName'];

export interface DemoDeal {
  readonly number: number;
  readonly name: string;
  readonly client: ClientName;
  readonly amount: string;
  readonly currency?: 'EUR';
  /** Days from today. */
  readonly closes: number;
  /** The stages so far with the day, counted from today, on which each was entered; the last is the stage now. */
  readonly path: readonly (readonly [StageName, number])[];
}

/** Deals over four quarters around today, in every stage. */
export const deals = {
  portal: {
    number: 1, name: 'Portal klienta: etap I', client: 'baltyk', amount: '640000.00', closes: -38,
    path: [['Prospecting', -160], ['Qualification', -131], ['Proposal/Price Quote', -104], ['Negotiation/Review', -76], ['Internally Won', -55], ['Closed Won', -38]],
  },
  portalMobile: {
    number: 2, name: 'Portal klienta: aplikacja dla kierowców', client: 'baltyk', amount: '285000.00', closes: 41,
    path: [['Qualification', -47], ['Proposal/Price Quote', -30], ['Negotiation/Review', -9]],
  },
  ehealth: {
    number: 3, name: 'Rejestracja online i e-recepty', client: 'zdrovia', amount: '920000.00', closes: 18,
    path: [['Prospecting', -120], ['Qualification', -98], ['Proposal/Price Quote', -66], ['Negotiation/Review', -33], ['Internally Won', -6]],
  },
  warehouse: {
    number: 4, name: 'Hurtownia danych i prognozy zużycia', client: 'mazur', amount: '1150000.00', closes: -72,
    path: [['Qualification', -190], ['Proposal/Price Quote', -151], ['Negotiation/Review', -112], ['Internally Won', -88], ['Closed Won', -72]],
  },
  shop: {
    number: 5, name: 'Sklep B2B z integracją ERP', client: 'stalmet', amount: '478000.00', closes: 27,
    path: [['Prospecting', -80], ['Qualification', -61], ['Proposal/Price Quote', -36], ['Negotiation/Review', -15]],
  },
  configurator: {
    number: 6, name: 'Konfigurator mebli 3D', client: 'nordhaus', amount: '196000.00', currency: 'EUR', closes: -5,
    path: [['Qualification', -93], ['Proposal/Price Quote', -60], ['Negotiation/Review', -28], ['Closed Lost', -5]],
  },
  files: {
    number: 7, name: 'Elektroniczny obieg akt', client: 'kwiatkowscy', amount: '310000.00', closes: 63,
    path: [['Prospecting', -40], ['Qualification', -21]],
  },
  claims: {
    number: 8, name: 'Likwidacja szkód: aplikacja rzeczoznawcy', client: 'tatra', amount: '735000.00', closes: 52,
    path: [['Prospecting', -58], ['Qualification', -39], ['Proposal/Price Quote', -12]],
  },
  lending: {
    number: 9, name: 'Wnioski kredytowe online', client: 'piast', amount: '860000.00', closes: 34,
    path: [['Qualification', -70], ['Proposal/Price Quote', -45], ['Negotiation/Review', -19]],
  },
  portalCare: { number: 10, name: 'Portal klienta: utrzymanie', client: 'baltyk', amount: '144000.00', closes: 96, path: [['Prospecting', -14]] },
  audit: { number: 11, name: 'Audyt dostępności serwisu', client: 'zdrovia', amount: '58000.00', closes: -110, path: [['Qualification', -160], ['Negotiation/Review', -128], ['Closed Won', -110]] },
  forecasts: { number: 12, name: 'Prognozy cen energii', client: 'mazur', amount: '420000.00', closes: 122, path: [['Prospecting', -8]] },
  invoices: { number: 13, name: 'E-faktury i KSeF', client: 'stalmet', amount: '165000.00', closes: -20, path: [['Qualification', -75], ['Proposal/Price Quote', -52], ['Closed Lost', -20]] },
  showroom: { number: 14, name: 'Wirtualny salon', client: 'nordhaus', amount: '88000.00', currency: 'EUR', closes: 110, path: [['Qualification', -17]] },
  registry: { number: 15, name: 'Rejestr umów', client: 'kwiatkowscy', amount: '92000.00', closes: -65, path: [['Qualification', -118], ['Negotiation/Review', -90], ['Closed Won', -65]] },
  broker: { number: 16, name: 'Panel agenta', client: 'tatra', amount: '390000.00', closes: -150, path: [['Qualification', -230], ['Negotiation/Review', -180], ['Closed Won', -150]] },
  cards: { number: 17, name: 'Karty wirtualne', client: 'piast', amount: '540000.00', closes: -33, path: [['Prospecting', -96], ['Proposal/Price Quote', -63], ['Closed Lost', -33]] },
  tracking: { number: 18, name: 'Śledzenie przesyłek w czasie rzeczywistym', client: 'baltyk', amount: '375000.00', closes: 140, path: [['Prospecting', -5]] },
  telemedicine: { number: 19, name: 'Telekonsultacje', client: 'zdrovia', amount: '510000.00', closes: 75, path: [['Qualification', -26], ['Proposal/Price Quote', -7]] },
  meters: { number: 20, name: 'Odczyt liczników LZO', client: 'mazur', amount: '690000.00', closes: 58, path: [['Qualification', -51], ['Proposal/Price Quote', -29]] },
  loyalty: { number: 21, name: 'Program lojalnościowy', client: 'stalmet', amount: '122000.00', closes: 88, path: [['Prospecting', -11]] },
  branch: { number: 22, name: 'Wizyty w oddziale', client: 'piast', amount: '134000.00', closes: -170, path: [['Qualification', -240], ['Negotiation/Review', -205], ['Closed Won', -170]] },
} as const satisfies Readonly<Record<string, DemoDeal>>;

export type DealName = keyof typeof deals;
