import type { Fault } from '../faults';
import { fill } from './language';
import type { Language } from './language';

interface FaultSettingsProps {
  readonly language: Language;
  readonly faults: readonly Fault[];
  readonly budget: { readonly used: number; readonly max: number };
  readonly blocked: boolean;
}

/** Of the calls: more than an app should use before it slows down. */
export const MUCH_PERCENT = 85;
const STATUSES = [401, 403, 404, 429, 500, 503] as const;

const KINDS = ['timeout', 'halfAnswer', 'wrongShape', 'loseAnswer', 'commitThenTimeout'] as const;
const METHODS = ['GET', 'POST', 'PATCH', 'DELETE'] as const;

/** What is to go wrong, and what went wrong already: calls used up, a flow that is blocked. */
export function FaultSettings({ language: { texts, number }, faults, budget, blocked }: FaultSettingsProps) {
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">{texts.faults}</h2>
      <p class="quiet">{texts.faultsHint}</p>
      {blocked && <p class="note">{texts.blocked}</p>}
      <p>{fill(texts.budget, { used: number(budget.used), max: number(budget.max) })}</p>
      <form class="row" method="post" action="/setup/faults">
        <label>{texts.times}<input class="short" type="number" name="times" min="1" max="1000" value="1" required /></label>
        <label>{texts.status}
          <select name="kind">
            {STATUSES.map((status) => <option value={String(status)}>{status}</option>)}
            {KINDS.map((kind) => <option value={kind}>{texts[kind]}</option>)}
          </select>
        </label>
        <label>{texts.path}
          <select name="path">
            <option value="">{texts.everywhere}</option><option value="/query">{texts.query}</option><option value="/oauth2/token">{texts.token}</option>
            <option value="/sobjects">{texts.records}</option><option value="/sobjects/OpportunityContactRole">OpportunityContactRole</option>
            <option value="/sobjects/Content">ContentVersion, ContentDocumentLink</option><option value="/describe">{texts.describeCalls}</option>
          </select>
        </label>
        <label>{texts.method}
          <select name="method"><option value="">{texts.anyMethod}</option>{METHODS.map((method) => <option value={method}>{method}</option>)}</select>
        </label>
        <button class="main" type="submit">{texts.order}</button>
      </form>
      {faults.length > 0 && (
        <ul aria-label={texts.pending}>{faults.map((fault) => <li>{`${fault.times} × ${fault.kind === 'status' ? fault.status : texts[fault.kind]} · ${fault.method ?? texts.anyMethod} · ${fault.path || texts.everywhere}`}</li>)}</ul>
      )}
      <form class="row" method="post" action="/setup/act">
        <button type="submit" name="act" value="clearFaults">{texts.clearFaults}</button>
        <button type="submit" name="act" value="expireSessions">{texts.expireSessions}</button>
        <button type="submit" name="act" value="useMuch">{fill(texts.useMuch, { percent: number(MUCH_PERCENT) })}</button>
        <button type="submit" name="act" value="useUp">{texts.useUp}</button>
        <button type="submit" name="act" value="restore">{texts.restore}</button>
        <button type="submit" name="act" value={blocked ? 'unblock' : 'block'}>{blocked ? texts.unblock : texts.block}</button>
      </form>
    </section>
  );
}
