import type { SalesforceOptions } from '../../local/salesforce/salesforce';
import { startTestOrg, TEST_ORG, type TestOrg } from '../../local/salesforce/test-org';
import { createHttp, type Fetch, type Http, type HttpOptions } from '../../src/adapters/http/http';
import { createOrganisation, type Organisation } from '../../src/adapters/salesforce/organisation';
import { createSalesforce } from '../../src/adapters/salesforce/salesforce';
import type { Deals, SalesforceCredentials } from '../../src/ports/deals';

export const credentials: SalesforceCredentials = {
  myDomain: TEST_ORG.myDomain, clientId: TEST_ORG.clientId, clientSecret: TEST_ORG.clientSecret,
};

/** What the app's cache of tokens holds, to look at and to spoil. */
export interface TokenBox {
  token: string | undefined;
}

export interface Harness {
  readonly org: TestOrg;
  /** "METHOD path" of each request, its query left out. */
  readonly requests: string[];
  readonly pauses: number[];
  readonly box: TokenBox;
  readonly salesforce: Deals;
  /** The app as another invocation would find it. */
  another(changed?: Partial<SalesforceCredentials>, http?: Partial<HttpOptions>): Deals;
  /** The organisation as another invocation would find it, for ports other than deals. */
  organisation(http?: Partial<HttpOptions>): Organisation;
  close(): Promise<void>;
}

/** The client with its real HTTP against a stand-in: host names stay Salesforce's and are mapped to loopback. */
export async function startHarness(options: Partial<SalesforceOptions> = {}): Promise<Harness> {
  const org = await startTestOrg(options);
  const requests: string[] = [];
  const pauses: number[] = [];
  const box: TokenBox = { token: undefined };
  const mapped: Fetch = (address, init) => {
    const { host, pathname, search } = new URL(address);
    requests.push(`${init.method} ${pathname}`);
    return fetch(`${org.url}${pathname}${search}`, { ...init, headers: { ...init.headers, 'X-Forwarded-Host': host } });
  };
  const httpWith = (changed: Partial<HttpOptions>): Http =>
    createHttp({
      system: 'salesforce', fetch: mapped, timeoutMs: 5_000, attempts: 3, random: () => 0.5,
      pause: async (milliseconds) => void pauses.push(milliseconds), ...changed,
    });
  const organisationOf = (http: Http, changed: Partial<SalesforceCredentials> = {}): Organisation =>
    createOrganisation({
      http,
      connection: async () => ({ ...credentials, ...changed }),
      secret: async () => changed.clientSecret ?? credentials.clientSecret,
      tokens: {
        read: async () => box.token,
        save: async (token) => {
          box.token = token;
        },
      },
    });
  const another = (changed: Partial<SalesforceCredentials> = {}, options: Partial<HttpOptions> = {}): Deals => {
    const http = httpWith(options);
    return createSalesforce(http, organisationOf(http, changed));
  };
  return { org, requests, pauses, box, salesforce: another(), another, organisation: (options = {}) => organisationOf(httpWith(options)), close: () => org.close() };
}
