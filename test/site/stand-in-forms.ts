import type { Plan } from '../../local/tempo/model';
import { planFormOf, type PlanForm } from '../../local/tempo/pages/plan-form-input';
import type { TestSite } from './test-site';

type Fields = Readonly<Record<string, string>>;

/** The forms of Salesforce's and Tempo's pages, sent as a browser sends them. */
export class StandInForms {
  /** @param site as it is now; after a restart it is another one. */
  constructor(private readonly site: () => TestSite['site']) {}

  moveDeal(id: string, stage: string): Promise<void> {
    return this.salesforce(`/deals/${id}/stage`, { stage });
  }

  changeDeal(id: string, fields: { readonly name?: string; readonly amount?: string; readonly closeDate?: string }): Promise<void> {
    const { name, amount, closeDate } = this.site().salesforce.store.opportunities.required(id);
    return this.salesforce(`/deals/${id}`, { name, amount: amount ?? '', closeDate, ...fields });
  }

  configureFlow(url: string): Promise<void> {
    return this.salesforce('/setup/flow', { url, secret: '', on: '1' });
  }

  orderSalesforceFault(kind: string, times: number): Promise<void> {
    return this.salesforce('/setup/faults', { kind, times: String(times), path: '' });
  }

  actOnSalesforce(act: 'clearFaults' | 'expireSessions'): Promise<void> {
    return this.salesforce('/setup/act', { act });
  }

  createPlan(form: PlanForm): Promise<void> {
    return this.tempo('/plans', fieldsOf(form));
  }

  /** Does nothing where the plan has gone since the page was opened. */
  editPlan(plan: Plan, change: Partial<PlanForm>): Promise<void> {
    return this.tempo(`/plans/${plan.id}`, fieldsOf({ ...planFormOf(plan), ...change }), [404]);
  }

  /** As `editPlan`. */
  deletePlan({ id }: Plan): Promise<void> {
    return this.tempo(`/plans/${id}/delete`, {}, [404]);
  }

  orderTempoFault(kind: string, fields: Fields): Promise<void> {
    return this.tempo('/settings/faults', { kind, method: '', path: '/4/', retryAfterSeconds: '', ...fields });
  }

  clearTempoFaults(): Promise<void> {
    return this.tempo('/settings/faults/clear', {});
  }

  private salesforce(path: string, fields: Fields): Promise<void> {
    return submit(this.site().urls.salesforce, path, fields, []);
  }

  private tempo(path: string, fields: Fields, also: readonly number[] = []): Promise<void> {
    return submit(this.site().urls.tempo, path, fields, also);
  }
}

/** @throws Error when the page refuses the form, unless with one of these statuses. */
async function submit(origin: string, path: string, fields: Fields, also: readonly number[]): Promise<void> {
  const response = await fetch(origin + path, { method: 'POST', redirect: 'manual', headers: { origin }, body: new URLSearchParams(fields) });
  if (response.status !== 303 && !also.includes(response.status)) throw new Error(`${path} with ${JSON.stringify(fields)} was answered ${response.status}`);
}

function fieldsOf({ includeNonWorkingDays, ...form }: PlanForm): Fields {
  return { ...form, ...(includeNonWorkingDays ? { includeNonWorkingDays: 'on' } : {}) };
}
