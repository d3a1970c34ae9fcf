import type { DealName } from './deals';

export interface DemoDealDetails {
  readonly nextStep?: string;
  readonly type?: string;
  readonly leadSource?: string;
  readonly description?: string;
  /** Days from today of the last call, meeting or message. */
  readonly lastActivity?: number;
}

const upgrade = 'Existing Customer - Upgrade';
const newCustomer = 'New Customer';

/** What the deals say of themselves; some open ones have no next step, and in some nobody has done anything for a long time. */
export const dealDetails: Partial<Readonly<Record<DealName, DemoDealDetails>>> = {
  portal: { type: newCustomer, leadSource: 'Partner Referral', description: 'Portal dla klientów spedycji: zlecenia, śledzenie, reklamacje, faktury.', lastActivity: -4 },
  portalMobile: { type: upgrade, nextStep: 'Ustalić, kto po stronie Bałtyku podpisze zamówienie', lastActivity: -9 },
  ehealth: { type: upgrade, nextStep: 'Odesłać umowę z uwagami działu prawnego', lastActivity: -3 },
  warehouse: { type: newCustomer, leadSource: 'Web', lastActivity: -6 },
  shop: { type: newCustomer, leadSource: 'Phone Inquiry', nextStep: 'Pokazać makietę katalogu właścicielowi', lastActivity: -15 },
  configurator: { type: newCustomer, leadSource: 'Web', description: 'Przegrana ceną; pytać ponownie w przyszłym roku.', lastActivity: -5 },
  files: { type: upgrade, lastActivity: -11 },
  claims: { type: upgrade, nextStep: 'Spotkanie z rzeczoznawcami w Nowym Targu', lastActivity: -12 },
  lending: { type: upgrade, nextStep: 'Opinia inspektora ochrony danych', lastActivity: -19 },
  portalCare: { type: upgrade, nextStep: 'Wycenić dyżury w weekendy' },
  forecasts: { type: upgrade, leadSource: 'Other' },
  showroom: { type: newCustomer, lastActivity: -62 },
  telemedicine: { type: upgrade, nextStep: 'Demo dla kierowników placówek', lastActivity: -7 },
  meters: { type: upgrade, lastActivity: -45 },
  loyalty: { type: newCustomer, nextStep: 'Zadzwonić' },
};
