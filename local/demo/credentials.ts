import { companyName, people } from './company/people';

/** Whom the stand-ins know from the start. They are open only to this machine, and hold nothing but invented data. */
export const demoCredentials = {
  salesforce: {
    id: '00D5g000004LakaEAC',
    name: companyName,
    myDomain: 'pracownia-lakowa.my.salesforce.com',
    clientId: 'demo-opiekun-connected-app',
    clientSecret: 'demo-opiekun-connected-app-secret',
  },
  tempo: { token: 'demo-opiekun-tempo-token', ownerId: people.ewa.accountId },
} as const;

/** Who looks at the site before anybody has been chosen: the account manager whose projects are furthest along. */
export const defaultAccountId = people.zofia.accountId;
