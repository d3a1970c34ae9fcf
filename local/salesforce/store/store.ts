import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { prepareSchema } from '../schema';
import { AccountProfiles } from './account-profiles';
import { Accounts } from './accounts';
import type { Account, NewAccount } from './accounts';
import { atomically } from './atomically';
import { ContactRoles } from './contact-roles';
import { Contacts } from './contacts';
import { DealDetailsStore } from './deal-details';
import { Features } from './features';
import { Files } from './files';
import { OpportunityHistories } from './histories';
import { countByStage, listDeals } from './listing';
import type { DealFilter } from './listing';
import { Numbering } from './numbering';
import { Opportunities } from './opportunities';
import type { NewOpportunity, Opportunity, OpportunityChange } from './opportunities';
import { People } from './people';
import type { NewUser, SalesforceUser } from './people';
import { Settings } from './settings';
import { Stages } from './stages';
import type { NewStage, Stage } from './stages';

/** What the org holds. Every method is one transaction, or a part of the batch it is called in. */
export class SalesforceStore {
  readonly people: People;
  readonly accounts: Accounts;
  readonly accountProfiles: AccountProfiles;
  readonly contacts: Contacts;
  readonly stages: Stages;
  readonly opportunities: Opportunities;
  readonly dealDetails: DealDetailsStore;
  readonly contactRoles: ContactRoles;
  readonly files: Files;
  readonly histories: OpportunityHistories;
  readonly settings: Settings;
  readonly features: Features;

  constructor(
    readonly database: Database,
    readonly clock: Clock,
    org: { readonly id: string; readonly name: string },
    onStageChange: (opportunity: Opportunity) => void,
  ) {
    prepareSchema(database);
    const numbering = new Numbering(database);
    this.settings = new Settings(database);
    this.features = new Features(this.settings);
    this.people = new People(database, clock, numbering, org);
    this.accounts = new Accounts(database, clock, numbering);
    this.accountProfiles = new AccountProfiles(database, clock);
    this.contacts = new Contacts(database, clock, numbering);
    this.stages = new Stages(database, clock, numbering);
    this.histories = new OpportunityHistories(database);
    this.opportunities = new Opportunities(database, clock, numbering, this.stages, this.histories, onStageChange);
    this.dealDetails = new DealDetailsStore(database, clock);
    this.contactRoles = new ContactRoles(database, clock, numbering);
    this.files = new Files(database, clock, numbering);
  }

  createUser(user: NewUser): SalesforceUser {
    return this.people.create(user);
  }

  createAccount(account: NewAccount): Account {
    return this.accounts.create(account);
  }

  createStage(stage: NewStage): Stage {
    return this.stages.create(stage);
  }

  createOpportunity(deal: NewOpportunity): Opportunity {
    return this.opportunities.create(deal);
  }

  changeOpportunity(id: string, change: OpportunityChange): Opportunity {
    return this.opportunities.change(id, change);
  }

  moveStage(id: string, stageName: string, byUserId?: string): Opportunity {
    return this.opportunities.moveStage(id, stageName, byUserId);
  }

  /** Moves all of these deals in one transaction, a thousand in a fraction of a second. @throws NoSuchRecordError @throws RecordRuleError and moves none */
  moveStages(ids: readonly string[], stageName: string, byUserId?: string): void {
    this.batch(() => {
      for (const id of ids) this.opportunities.moveStage(id, stageName, byUserId);
    });
  }

  list(filter: DealFilter): ReturnType<typeof listDeals> {
    return listDeals(this.database, filter);
  }

  countByStage(): ReadonlyMap<string, number> {
    return countByStage(this.database);
  }

  /** Keeps all of the work or none of it; much faster for many records than one by one. */
  batch<T>(work: () => T): T {
    return atomically(this.database, work);
  }
}
