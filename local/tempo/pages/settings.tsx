import type { Calls } from '../call-counter';
import { SCOPE_AREAS, type ApiToken, type Person, type Settings } from '../model';
import type { Fault, PlannedFault } from '../store/fault-table';
import { USUAL_LIFE_DAYS } from '../store/token-table';
import { formatHours, formatInstant } from './formats';
import { Layout } from './layout';
import { FAULT_KINDS, FAULT_METHODS } from './settings-input';
import { WebhookSection, type WebhookSectionProps } from './webhook-section';

export interface SettingsPageProps extends WebhookSectionProps {
  readonly settings: Settings;
  readonly people: readonly Person[];
  readonly tokens: readonly ApiToken[];
  readonly faults: readonly PlannedFault[];
  readonly calls: Calls;
  /** Instant now, to tell which tokens have expired. */
  readonly now: string;
  /** A token's secret right after it was made; never shown again. */
  readonly newSecret?: string | undefined;
  readonly refused?: 'token' | 'fault' | undefined;
}

interface SectionProps {
  readonly page: SettingsPageProps;
}

function CustomerSection({ page: { frame: { texts }, settings } }: SectionProps) {
  return (
    <form class="card" method="post" action="/settings">
      <h2>{texts.customer}</h2>
      <div class="fields">
        <label>
          {texts.region}
          <select name="region" aria-describedby="region-help">
            <option value="eu" selected={settings.region === 'eu'}>{texts.region_eu}</option>
            <option value="us" selected={settings.region === 'us'}>{texts.region_us}</option>
          </select>
        </label>
        <label>{texts.limit}<input type="number" name="requestsPerSecond" min="0" max="1000" value={String(settings.requestsPerSecond)} /></label>
        <label>
          {texts.errorForm}
          <select name="errorForm">
            <option value="array" selected={settings.errorForm === 'array'}>{'{"errors":[{"message"}]}'}</option>
            <option value="object" selected={settings.errorForm === 'object'}>{'{"errors":{"message"}}'}</option>
          </select>
        </label>
        <label class="check"><input type="checkbox" name="retryAfterHeader" checked={settings.retryAfterHeader} />{texts.retryAfter}</label>
        <label class="check"><input type="checkbox" name="planApprovalEnabled" checked={settings.planApprovalEnabled} />{texts.approvals}</label>
      </div>
      <p class="muted" id="region-help">{texts.regionHelp}</p>
      <button class="primary" type="submit">{texts.save}</button>
    </form>
  );
}

function PeopleSection({ page: { frame: { texts, language }, people } }: SectionProps) {
  return (
    <section class="card">
      <h2>{texts.people}</h2>
      <div class="scroll" tabindex={0} role="region" aria-label={texts.people}>
        <table>
          <thead>
            <tr><th>{texts.name}</th><th>{texts.role}</th><th>{texts.capacity}</th><th>{texts.state}</th><th><span class="hidden">{texts.save}</span></th></tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr>
                <td>{person.displayName}</td>
                <td>{person.role}</td>
                <td>{formatHours(person.secondsPerDay, language)}</td>
                <td>{`${person.active ? texts.active : texts.inactive}${person.reviewer ? `, ${texts.isReviewer}` : ''}`}</td>
                <td>
                  <form method="post" action={`/settings/people/${encodeURIComponent(person.accountId)}`}>
                    <button name="active" value={person.active ? 'no' : 'yes'} aria-label={`${person.active ? texts.deactivate : texts.activate}: ${person.displayName}`}>
                      {person.active ? texts.deactivate : texts.activate}
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function TokenForm({ page: { frame: { texts }, people } }: SectionProps) {
  return (
    <form method="post" action="/settings/tokens">
      <div class="fields">
        <label>{texts.tokenName}<input name="name" required /></label>
        <label>
          {texts.tokenOwner}
          <select name="ownerId">{people.map((person) => <option value={person.accountId}>{person.displayName}</option>)}</select>
        </label>
        <label>{texts.tokenLife}<input type="number" name="lifeDays" min="1" max="5000" value={String(USUAL_LIFE_DAYS)} /></label>
        <label>
          {texts.tokenForWhom}
          <select name="plansFor" multiple size={3}>{people.map((person) => <option value={person.accountId}>{person.displayName}</option>)}</select>
        </label>
        {SCOPE_AREAS.map((area) => (
          <label>
            {area}
            <select name={`scope-${area}`}>
              <option value="">{texts.level_none}</option>
              <option value="view">{texts.level_view}</option>
              <option value="manage">{texts.level_manage}</option>
            </select>
          </label>
        ))}
      </div>
      <div class="actions"><button class="primary" type="submit">{texts.tokenCreate}</button></div>
    </form>
  );
}

function TokenSection({ page }: SectionProps) {
  const { frame: { texts, language }, tokens, people, now } = page;
  const nameOf = (accountId: string): string => people.find((person) => person.accountId === accountId)?.displayName ?? accountId;
  const stateOf = (token: ApiToken): string => {
    if (token.revoked) return texts.tokenRevoked;
    return token.expiresAt <= now ? texts.tokenExpired : texts.tokenValid;
  };
  return (
    <section class="card" id="tokens">
      <h2>{texts.tokens}</h2>
      {page.newSecret === undefined ? null : (
        <div class="note" role="status">{texts.tokenOnce}<code class="secret">{page.newSecret}</code></div>
      )}
      {page.refused === 'token' ? <div class="alert" role="alert">{texts.tokenInvalid}</div> : null}
      {tokens.length === 0 ? <p class="muted">{texts.tokenNone}</p> : (
        <div class="scroll" tabindex={0} role="region" aria-label={texts.tokens}>
          <table>
            <thead>
              <tr>
                <th>{texts.tokenName}</th><th>{texts.tokenOwner}</th><th>{texts.tokenScopes}</th><th>{texts.tokenFor}</th>
                <th>{texts.tokenExpires}</th><th>{texts.tokenState}</th><th><span class="hidden">{texts.tokenRevoke}</span></th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <tr>
                  <td>{token.name}</td>
                  <td>{nameOf(token.ownerId)}</td>
                  <td><code>{token.scopes.join(' ')}</code></td>
                  <td>{token.plansFor === undefined ? texts.tokenEverybody : token.plansFor.map(nameOf).join(', ')}</td>
                  <td>{formatInstant(token.expiresAt, language)}</td>
                  <td>{stateOf(token)}</td>
                  <td>
                    {token.revoked ? null : (
                      <form method="post" action={`/settings/tokens/${token.id}/revoke`}>
                        <button class="danger" aria-label={`${texts.tokenRevoke}: ${token.name}`}>{texts.tokenRevoke}</button>
                      </form>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2 style="margin-top:18px">{texts.tokenCreate}</h2>
      <TokenForm page={page} />
    </section>
  );
}

function detailOf(fault: Fault): string {
  if (fault.kind === 'status') return fault.retryAfterSeconds === undefined ? ` ${fault.status}` : ` ${fault.status}, Retry-After: ${fault.retryAfterSeconds}`;
  return fault.kind === 'slow' ? ` (${fault.milliseconds} ms)` : '';
}

function FaultSection({ page: { frame: { texts }, faults, refused } }: SectionProps) {
  return (
    <section class="card" id="faults">
      <h2>{texts.faults}</h2>
      <p class="muted">{texts.faultsHelp}</p>
      {refused === 'fault' ? <div class="alert" role="alert">{texts.faultInvalid}</div> : null}
      {faults.length === 0 ? <p>{texts.faultNone}</p> : (
        <>
          <ul>
            {faults.map((each) => (
              <li>{`${each.times} × ${each.method ?? texts.anyMethod} ${each.path}: ${texts[`fault_${each.fault.kind}`]}${detailOf(each.fault)}`}</li>
            ))}
          </ul>
          <form method="post" action="/settings/faults/clear"><button>{texts.faultClear}</button></form>
        </>
      )}
      <form method="post" action="/settings/faults">
        <div class="fields">
          <label>
            {texts.faultKind}
            <select name="kind">{FAULT_KINDS.map((kind) => <option value={kind}>{texts[`fault_${kind}`]}</option>)}</select>
          </label>
          <label>
            {texts.faultMethod}
            <select name="method">
              <option value="">{texts.anyMethod}</option>
              {FAULT_METHODS.map((method) => <option value={method}>{method}</option>)}
            </select>
          </label>
          <label>{texts.faultPath}<input name="path" value="/4/plans" required /></label>
          <label>{texts.faultTimes}<input type="number" name="times" min="1" max="1000" value="1" /></label>
          <label>{texts.faultStatus}<input type="number" name="status" min="400" max="599" value="503" /></label>
          <label>{texts.faultRetryAfter}<input type="number" name="retryAfterSeconds" min="0" max="3600" /></label>
          <label>{texts.faultDelay}<input type="number" name="milliseconds" min="1" max="120000" value="5000" /></label>
        </div>
        <div class="actions"><button class="primary" type="submit">{texts.faultAdd}</button></div>
      </form>
    </section>
  );
}

function CallsSection({ page: { frame: { texts }, calls } }: SectionProps) {
  return (
    <section class="card">
      <h2>{`${texts.calls}: ${calls.total}`}</h2>
      {calls.total === 0 ? <p class="muted">{texts.callsNone}</p> : (
        <ul>{Object.entries(calls.byCall).map(([call, count]) => <li><code>{call}</code>{`: ${count}`}</li>)}</ul>
      )}
    </section>
  );
}

/** What an administrator of Tempo would set, and what only a stand-in has: faults and counters. */
export function SettingsPage(page: SettingsPageProps) {
  const { texts } = page.frame;
  return (
    <Layout frame={page.frame} title={texts.settings} current="settings">
      <h1>{texts.settings}</h1>
      <CustomerSection page={page} />
      <TokenSection page={page} />
      <WebhookSection frame={page.frame} subscriptions={page.subscriptions} deliveries={page.deliveries} />
      <PeopleSection page={page} />
      <FaultSection page={page} />
      <CallsSection page={page} />
    </Layout>
  );
}
