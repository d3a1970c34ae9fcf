import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { CallCounter, type Calls } from '../call-counter';
import { GENERIC_SECONDS_PER_DAY } from '../assumptions';
import type { Approval, GenericResource, Person, Plan, PlanChange, PlanContent, Region, Team } from '../model';
import { createFinancialTables } from '../financials/schema';
import { createTables } from '../schema';
import { FaultTable } from './fault-table';
import { FinancialSettingsTable } from './financial-settings-table';
import { GenericResourceTable } from './generic-resource-table';
import { HolidayTable } from './holiday-table';
import { MoneyEntryTable } from './money-entry-table';
import { PeopleTable } from './people-table';
import { PlanTable } from './plan-table';
import { RateTable } from './rate-table';
import { SettingsTable } from './settings-table';
import { TeamTable } from './team-table';
import { TempoProjectTable } from './tempo-project-table';
import { TokenTable } from './token-table';
import { WorklogTable } from './worklog-table';

/** Everything the stand-in holds. Its tables are created when the database lacks them. */
export class TempoStore {
  readonly people: PeopleTable;
  readonly resources: GenericResourceTable;
  readonly plans: PlanTable;
  readonly tokens: TokenTable;
  readonly settings: SettingsTable;
  readonly teams: TeamTable;
  readonly holidays: HolidayTable;
  readonly worklogs: WorklogTable;
  /** Those of Financial Manager. */
  readonly projects: TempoProjectTable;
  readonly rates: RateTable;
  readonly moneyEntries: MoneyEntryTable;
  readonly financialSettings: FinancialSettingsTable;
  readonly faults: FaultTable;
  readonly counter = new CallCounter();

  /** @param onPlanChange told of every change to a plan, inside the transaction of that change */
  constructor(database: Database, clock: Clock, region: Region, onPlanChange: (change: PlanChange) => void) {
    createTables(database);
    createFinancialTables(database);
    this.people = new PeopleTable(database);
    this.resources = new GenericResourceTable(database);
    this.plans = new PlanTable(database, clock, onPlanChange);
    this.tokens = new TokenTable(database, clock);
    this.settings = new SettingsTable(database, region);
    this.teams = new TeamTable(database);
    this.holidays = new HolidayTable(database);
    this.worklogs = new WorklogTable(database, clock);
    this.projects = new TempoProjectTable(database, clock);
    this.rates = new RateTable(database);
    this.moneyEntries = new MoneyEntryTable(database);
    this.financialSettings = new FinancialSettingsTable(database);
    this.faults = new FaultTable(database);
  }

  /** Adds a person: active, eight hours a day and no reviewer unless said otherwise. */
  createPerson(person: Pick<Person, 'accountId' | 'displayName' | 'role'> & Partial<Person>): Person {
    return this.people.put({ active: true, secondsPerDay: GENERIC_SECONDS_PER_DAY, reviewer: false, ...person });
  }

  createGenericResource(name: string): GenericResource {
    return this.resources.create(name);
  }

  createTeam(team: Omit<Team, 'id'>): Team {
    return this.teams.create(team);
  }

  /** Adds a plan without the checks that the API makes. */
  createPlan(content: PlanContent, creatorId: string, approval?: Approval): Plan {
    return this.plans.create(content, creatorId, approval);
  }

  /** Calls that reached the API since the start or the last reset. */
  calls(): Calls {
    return this.counter.read();
  }

  resetCalls(): void {
    this.counter.reset();
  }
}
