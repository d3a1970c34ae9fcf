import type { Account } from '../store/accounts';
import type { Contact } from '../store/contacts';
import type { DealDetails } from '../store/deal-details';
import type { FileVersion } from '../store/files';
import type { HistoryEntry } from '../store/histories';
import type { Opportunity } from '../store/opportunities';
import type { Stage } from '../store/stages';
import { ContactRolesSection } from './contact-roles-section';
import type { ListedRole } from './contact-roles-section';
import { FilesSection } from './files-section';
import { fill } from './language';
import type { Language } from './language';

interface DealPageProps {
  readonly language: Language;
  readonly deal: Opportunity;
  readonly client: Account | undefined;
  readonly owner: string;
  readonly stages: readonly Stage[];
  readonly history: readonly HistoryEntry[];
  readonly details: DealDetails;
  readonly roles: readonly ListedRole[];
  /** The client's, who can be given a role. */
  readonly contacts: readonly Contact[];
  readonly files: readonly FileVersion[];
  readonly otherClients: readonly Account[];
}

/** One deal: its stage path, its fields, who plays a part, its files, its history. */
export function DealPage({ language, deal, client, owner, stages, history, details, roles, contacts, files, otherClients }: DealPageProps) {
  const { texts } = language;
  return (
    <>
      <p><a href="/">{texts.back}</a></p>
      {deal.deleted ? <p class="note">{texts.isDeleted}</p> : <StagePath language={language} deal={deal} stages={stages} />}
      <Fields language={language} deal={deal} client={client} owner={owner} details={details} />
      {deal.deleted
        ? <section><form method="post" action={`/deals/${deal.id}/undelete`}><button class="main" type="submit">{texts.undelete}</button></form></section>
        : <Editing language={language} deal={deal} details={details} />}
      <ContactRolesSection language={language} deal={deal} roles={roles} contacts={contacts} />
      {!deal.deleted && <FilesSection language={language} page={`/deals/${deal.id}`} files={files} />}
      <History language={language} deal={deal} history={history} />
      {client && otherClients.length > 0 && <Merging language={language} deal={deal} client={client} otherClients={otherClients} />}
    </>
  );
}

function StagePath({ language: { texts }, deal, stages }: Pick<DealPageProps, 'language' | 'deal' | 'stages'>) {
  const active = stages.filter((stage) => stage.active);
  const at = active.findIndex((stage) => stage.apiName === deal.stageName);
  return (
    <section aria-labelledby="stage-path">
      <h2 id="stage-path">{texts.stagePath}</h2>
      {at < 0 && <p class="note">{fill(texts.vanishedStage, { stage: deal.stageName })}</p>}
      <form method="post" action={`/deals/${deal.id}/stage`}>
        <ol class="path">
          {active.map((stage, index) => (
            <li>
              <button type="submit" name="stage" value={stage.apiName} class={index < at && !stage.closed ? 'past' : ''}
                aria-label={fill(index === at ? texts.currentStage : texts.moveTo, { stage: stage.label })}
                {...(index === at ? { 'aria-current': 'step' } : {})}>
                {stage.label}
              </button>
            </li>
          ))}
        </ol>
      </form>
    </section>
  );
}

function Fields({ language: { texts, money, date, instant }, deal, client, owner, details }: Pick<DealPageProps, 'language' | 'deal' | 'client' | 'owner' | 'details'>) {
  return (
    <section>
      <dl>
        <div><dt>{texts.client}</dt><dd>{client ? <a href={`/accounts/${client.id}`}>{client.name}</a> : texts.none}</dd></div>
        <div><dt>{texts.stage}</dt><dd>{deal.stageName}</dd></div>
        <div><dt>{texts.amount}</dt><dd>{money(deal.amount, deal.currency)}</dd></div>
        <div><dt>{texts.probability}</dt><dd>{deal.probability === undefined ? '–' : `${deal.probability} %`}</dd></div>
        <div><dt>{texts.closeDate}</dt><dd>{date(deal.closeDate)}</dd></div>
        <div><dt>{texts.nextStep}</dt><dd>{details.nextStep ?? '–'}</dd></div>
        <div><dt>{texts.owner}</dt><dd>{owner}</dd></div>
        <div><dt>{texts.created}</dt><dd>{instant(deal.createdDate)}</dd></div>
        <div><dt>{texts.changed}</dt><dd>{instant(deal.lastModifiedDate)}</dd></div>
        <div><dt>{texts.id}</dt><dd><code>{deal.id}</code></dd></div>
        {deal.externalId !== undefined && <div><dt>{texts.externalId}</dt><dd>{deal.externalId}</dd></div>}
      </dl>
    </section>
  );
}

function Editing({ language: { texts }, deal, details }: Pick<DealPageProps, 'language' | 'deal' | 'details'>) {
  return (
    <section>
      <h2>{texts.edit}</h2>
      <form class="row" method="post" action={`/deals/${deal.id}`}>
        <label>{texts.name}<input name="name" required maxlength={120} value={deal.name} /></label>
        <label>{`${texts.amount} (${deal.currency})`}<input name="amount" inputmode="decimal" pattern="-?[0-9]+([.,][0-9]{1,2})?" value={deal.amount ?? ''} /></label>
        <label>{texts.closeDate}<input type="date" name="closeDate" required value={deal.closeDate} /></label>
        <label>{texts.nextStep}<input class="wide" name="nextStep" maxlength={255} value={details.nextStep ?? ''} /></label>
        <button class="main" type="submit">{texts.save}</button>
        <button class="danger" type="submit" formaction={`/deals/${deal.id}/delete`} formnovalidate>{texts.delete}</button>
      </form>
    </section>
  );
}

function History({ language: { texts, money, date, instant }, deal, history }: Pick<DealPageProps, 'language' | 'deal' | 'history'>) {
  return (
    <section>
      <h2>{texts.history}</h2>
      <div class="scroll">
        <table class="cards">
          <thead>
            <tr>
              <th scope="col">{texts.when}</th><th scope="col">{texts.stage}</th><th scope="col" class="number">{texts.amount}</th>
              <th scope="col" class="number">{texts.probability}</th><th scope="col">{texts.closeDate}</th><th scope="col">{texts.who}</th>
            </tr>
          </thead>
          <tbody>
            {history.map((entry) => (
              <tr>
                <td data-label={texts.when} class="nowrap">{instant(entry.at)}</td>
                <td data-label={texts.stage}>{entry.stageName}</td>
                <td data-label={texts.amount} class="number">{money(entry.amount, deal.currency)}</td>
                <td data-label={texts.probability} class="number">{entry.probability === undefined ? '–' : `${entry.probability} %`}</td>
                <td data-label={texts.closeDate} class="nowrap">{date(entry.closeDate)}</td>
                <td data-label={texts.who}>{entry.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface MergingProps {
  readonly language: Language;
  readonly deal: Opportunity;
  readonly client: Account;
  readonly otherClients: readonly Account[];
}

function Merging({ language: { texts }, deal, client, otherClients }: MergingProps) {
  return (
    <section>
      <h2>{texts.merge}</h2>
      <p>{fill(texts.mergeHint, { client: client.name })}</p>
      <form class="row" method="post" action={`/deals/${deal.id}/merge-client`}>
        <label>{texts.client}<select name="into">{otherClients.map(({ id, name }) => <option value={id}>{name}</option>)}</select></label>
        <button class="danger" type="submit">{texts.mergeButton}</button>
      </form>
    </section>
  );
}
