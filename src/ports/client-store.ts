import type { ClientSettings, ClientStanding } from '../domain/client-standing';
import type { ClientId } from '../domain/ids';
import type { Instant } from '../domain/plain-date';
import type { RevisedRecords } from './revised-records';

export interface ClientStore {
  standing(clientId: ClientId): Promise<ClientStanding | undefined>;
  /** Every client that is looked at, in no particular order. */
  standings(): Promise<readonly ClientStanding[]>;
  /** Keeps it as the next revision. @throws StoreConflict when it changed since it was read. */
  save(standing: ClientStanding): Promise<void>;
  /** Has the client looked at from now on; one that is looked at already stays as it is. */
  enrol(clientId: ClientId): Promise<void>;
  /** Clients that are to be looked at up to an instant, those due longest first, at most so many. */
  due(upTo: Instant, most: number): Promise<readonly ClientStanding[]>;
  readonly settings: RevisedRecords<ClientSettings>;
}
