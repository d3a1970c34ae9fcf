import { REGIONS, SCOPE_AREAS, SCOPE_LEVELS, type Scope, type Settings } from '../model';
import type { Fault, PlannedFault } from '../store/fault-table';
import { LONGEST_LIFE_DAYS, type NewToken } from '../store/token-table';

export const FAULT_KINDS = ['status', 'timeout', 'slow', 'halfAnswer', 'wrongShape', 'loseAnswer', 'commitThenTimeout'] as const;
export const FAULT_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

const MOST_FAULTS = 1000;
const LONGEST_DELAY_MS = 120_000;
const MOST_REQUESTS_A_SECOND = 1000;

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number in a range; undefined for anything else. */
function integer(form: FormData, name: string, least: number, most: number): number | undefined {
  const value = Number(text(form, name));
  return text(form, name) !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** What of the customer's settings the form changes; a field that makes no sense changes nothing. */
export function readSettings(form: FormData): Partial<Settings> {
  const region = REGIONS.find((each) => each === text(form, 'region'));
  const requestsPerSecond = integer(form, 'requestsPerSecond', 0, MOST_REQUESTS_A_SECOND);
  return {
    ...(region === undefined ? {} : { region }),
    ...(requestsPerSecond === undefined ? {} : { requestsPerSecond }),
    planApprovalEnabled: form.has('planApprovalEnabled'),
    retryAfterHeader: form.has('retryAfterHeader'),
    errorForm: text(form, 'errorForm') === 'object' ? 'object' : 'array',
  };
}

/** The token asked for, or undefined where the form lacks something. */
export function readNewToken(form: FormData, isPerson: (accountId: string) => boolean): NewToken | undefined {
  const name = text(form, 'name');
  const ownerId = text(form, 'ownerId');
  const lifeDays = integer(form, 'lifeDays', 1, LONGEST_LIFE_DAYS);
  const scopes: Scope[] = [];
  for (const area of SCOPE_AREAS) {
    const level = SCOPE_LEVELS.find((each) => each === text(form, `scope-${area}`));
    if (level !== undefined) scopes.push(`${area}:${level}`);
  }
  const people = form.getAll('plansFor').filter((each) => typeof each === 'string');
  if (name === '' || !isPerson(ownerId) || lifeDays === undefined || scopes.length === 0) return undefined;
  return { name, ownerId, lifeDays, scopes, plansFor: people.length === 0 ? undefined : people };
}

function readFaultKind(form: FormData): Fault | undefined {
  const kind = FAULT_KINDS.find((each) => each === text(form, 'kind'));
  if (kind === undefined) return undefined;
  if (kind === 'slow') {
    const milliseconds = integer(form, 'milliseconds', 1, LONGEST_DELAY_MS);
    return milliseconds === undefined ? undefined : { kind, milliseconds };
  }
  if (kind !== 'status') return { kind };
  const status = integer(form, 'status', 400, 599);
  const retryAfterSeconds = integer(form, 'retryAfterSeconds', 0, 3600);
  if (status === undefined) return undefined;
  return retryAfterSeconds === undefined ? { kind, status } : { kind, status, retryAfterSeconds };
}

/** The fault asked for, or undefined where the form makes no sense. */
export function readFault(form: FormData): PlannedFault | undefined {
  const fault = readFaultKind(form);
  const path = text(form, 'path');
  const times = integer(form, 'times', 1, MOST_FAULTS);
  const method = FAULT_METHODS.find((each) => each === text(form, 'method'));
  if (fault === undefined || !path.startsWith('/4') || times === undefined) return undefined;
  return { method, path, times, fault };
}
