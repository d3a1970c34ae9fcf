import type { Account } from '../store/accounts';
import type { Language } from './language';

export interface ListedAccount {
  readonly account: Account;
  readonly industry: string | undefined;
  readonly city: string | undefined;
  readonly owner: string;
  readonly contacts: number;
  readonly files: number;
}

interface AccountListProps {
  readonly language: Language;
  readonly accounts: readonly ListedAccount[];
}

/** The list of clients. */
export function AccountList({ language: { texts, number }, accounts }: AccountListProps) {
  if (accounts.length === 0) return <p class="card">{texts.noAccounts}</p>;
  return (
    <div class="card scroll">
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">{texts.client}</th><th scope="col">{texts.industry}</th><th scope="col">{texts.city}</th><th scope="col">{texts.owner}</th>
            <th scope="col" class="number">{texts.contacts}</th><th scope="col" class="number">{texts.files}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ account, industry, city, owner, contacts, files }) => (
            <tr>
              <td data-label={texts.client}><a href={`/accounts/${account.id}`}>{account.name}</a></td>
              <td data-label={texts.industry}>{industry ?? '–'}</td>
              <td data-label={texts.city}>{city ?? '–'}</td>
              <td data-label={texts.owner}>{owner}</td>
              <td data-label={texts.contacts} class="number">{number(contacts)}</td>
              <td data-label={texts.files} class="number">{number(files)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
