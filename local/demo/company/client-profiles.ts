import type { AccountProfile } from '../../salesforce/store/account-profiles';
import type { ClientName } from './clients';

export interface DemoProfile extends AccountProfile {
  /** Days from today on which somebody last looked after these fields. */
  readonly checked: number;
}

/** What Salesforce says of the clients: some are described in full, some hardly, and two have not been looked after for a year. */
export const clientProfiles: Readonly<Record<ClientName, DemoProfile>> = {
  baltyk: {
    type: 'Customer - Direct', industry: 'Transportation', phone: '+48 58 555 01 00', website: 'https://baltyk-logistyka.example', billingStreet: 'ul. Portowa 14', billingCity: 'Gdynia', billingPostalCode: '81-350',
    billingCountry: 'Polska', numberOfEmployees: 640, description: 'Spedycja i magazyny w trzech portach. Klient od czterech lat.', checked: -20,
  },
  zdrovia: {
    type: 'Customer - Direct', industry: 'Healthcare', phone: '+48 22 555 02 00', website: 'https://zdrovia.example', billingStreet: 'ul. Lipowa 3', billingCity: 'Warszawa', billingPostalCode: '02-001', billingCountry: 'Polska',
    numberOfEmployees: 1200, checked: -75,
  },
  mazur: { type: 'Customer - Direct', industry: 'Energy', phone: '+48 89 555 03 00', billingCity: 'Olsztyn', billingCountry: 'Polska', numberOfEmployees: 310, checked: -190 },
  stalmet: { type: 'Prospect', industry: 'Manufacturing', website: 'https://stalmet.example', billingCity: 'Sosnowiec', checked: -410 },
  nordhaus: {
    type: 'Prospect', industry: 'Manufacturing', phone: '+49 30 555 0500', website: 'https://nordhaus-moebel.example', billingStreet: 'Werkstraße 8', billingCity: 'Berlin', billingPostalCode: '12435', billingCountry: 'Deutschland',
    checked: -34,
  },
  kwiatkowscy: { type: 'Customer - Direct', industry: 'Consulting', phone: '+48 12 555 06 00', billingStreet: 'ul. Grodzka 22', billingCity: 'Kraków', billingPostalCode: '31-044', billingCountry: 'Polska', numberOfEmployees: 45, checked: -60 },
  tatra: { type: 'Customer - Direct', industry: 'Insurance', phone: '+48 18 555 07 00', checked: -365 },
  piast: { type: 'Customer - Direct', industry: 'Banking', website: 'https://piast-bank.example', billingStreet: 'pl. Kolegiacki 5', billingCity: 'Poznań', billingPostalCode: '61-841', billingCountry: 'Polska', numberOfEmployees: 280, checked: -48 },
};
