import type { ApiBudget } from '../../domain/connection-state';
import type { SalesforceCredentials } from '../../ports/deals';
import { OutsideError } from '../../ports/errors';
import type { Http } from '../http/http';
import { parseMyDomain } from './my-domain';
import { createSession, type Session, type TokenCache } from './session';

export interface OrganisationOptions {
  /** Made for the system salesforce. */
  readonly http: Http;
  /** The stored address and app. @throws NotConnected */
  readonly connection: () => Promise<Omit<SalesforceCredentials, 'clientSecret'>>;
  /** The stored secret; needed for a new token only. @throws NotConnected */
  readonly secret: () => Promise<string>;
  readonly tokens: TokenCache;
}

/** The connected organisation, for one invocation: it holds the session of one customer, which every port shares. */
export interface Organisation {
  /** @throws NotConnected, OutsideError */
  session(): Promise<Session>;
  /** As the last answer said; undefined before the first. */
  usage(): ApiBudget | undefined;
}

export function createOrganisation({ http, connection, secret, tokens }: OrganisationOptions): Organisation {
  let opened: Session | undefined;
  return {
    async session() {
      if (opened) return opened;
      const stored = await connection();
      const domain = parseMyDomain(stored.myDomain);
      if (!domain.ok) throw new OutsideError('salesforce', 'rejected', 'the stored address is no My Domain host');
      opened ??= createSession(http, { ...stored, myDomain: domain.host, secret }, tokens);
      return opened;
    },
    usage: () => opened?.usage(),
  };
}
