import { RATE_CATEGORIES, type RateCategory, type TempoProject } from '../financials/model';
import type { MemberRate } from '../financials/rate-book';
import type { Role } from '../model';
import { RateFields } from './financial-list';
import type { FinancialTexts } from './financial-texts';
import { formatDate, formatMoney } from './formats';
import type { PageFrame } from './page-frame';

export interface MemberShown {
  readonly accountId: string;
  readonly name: string;
  readonly roleId: number | undefined;
  readonly rates: Readonly<Record<RateCategory, readonly MemberRate[]>>;
}

interface MembersProps {
  readonly frame: PageFrame;
  readonly texts: FinancialTexts;
  readonly project: TempoProject;
  readonly members: readonly MemberShown[];
  readonly roles: readonly Role[];
}

/** Who has logged time, in which role and at which rates, with forms that change both. */
export function Members({ frame, texts, project, members, roles }: MembersProps) {
  const roleName = (roleId: number | undefined): string => roles.find(({ id }) => id === roleId)?.name ?? texts.unknownRole;
  const chooseMember = (
    <label>
      {texts.member}
      <select name="member">{members.map(({ accountId, name }) => <option value={accountId}>{name}</option>)}</select>
    </label>
  );
  return (
    <section class="card" id="members">
      <h2>{texts.members}</h2>
      {members.length === 0 ? <p class="muted">{texts.nobody}</p> : (
        <>
          <div class="scroll" tabindex={0} role="region" aria-label={texts.members}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{texts.member}</th><th scope="col">{texts.role}</th><th scope="col">{texts.category}</th><th scope="col">{texts.from}</th>
                  <th scope="col">{texts.rate}</th><th scope="col">{texts.source}</th><th><span class="hidden">{texts.remove}</span></th>
                </tr>
              </thead>
              <tbody>
                {members.flatMap((member) =>
                  RATE_CATEGORIES.flatMap((category) =>
                    member.rates[category].map((rate) => (
                      <tr>
                        <td>{member.name}</td>
                        <td>{roleName(member.roleId)}</td>
                        <td>{texts[`category_${category}`]}</td>
                        <td>{rate.effectiveDate === undefined ? texts.fromBeginning : formatDate(rate.effectiveDate, frame.language)}</td>
                        <td>{formatMoney({ currency: project.currency, minor: rate.minor }, frame.language, texts.mixed)}</td>
                        <td>{texts[`source_${rate.source}`]}</td>
                        <td>{rate.source === 'TEAM_MEMBER' ? <RemoveRate texts={texts} projectId={project.id} member={member} category={category} from={rate.effectiveDate} /> : null}</td>
                      </tr>
                    )),
                  ),
                )}
              </tbody>
            </table>
          </div>
          <form method="post" action={`/financials/${project.id}/rates`}>
            <div class="fields">{chooseMember}<RateFields texts={texts} /></div>
            <div class="actions"><button class="primary" type="submit">{texts.setRate}</button></div>
          </form>
          <form method="post" action={`/financials/${project.id}/roles`}>
            <div class="fields">
              {chooseMember}
              <label>
                {texts.role}
                <select name="role">{roles.map(({ id, name }) => <option value={id}>{name}</option>)}</select>
              </label>
            </div>
            <div class="actions"><button type="submit">{texts.setRole}</button></div>
          </form>
        </>
      )}
    </section>
  );
}

interface RemoveRateProps {
  readonly texts: FinancialTexts;
  readonly projectId: string;
  readonly member: MemberShown;
  readonly category: RateCategory;
  readonly from: string | undefined;
}

function RemoveRate({ texts, projectId, member, category, from = '' }: RemoveRateProps) {
  return (
    <form method="post" action={`/financials/${projectId}/rates/remove`}>
      <input type="hidden" name="member" value={member.accountId} />
      <input type="hidden" name="category" value={category} />
      <input type="hidden" name="from" value={from} />
      <button aria-label={`${texts.remove}: ${member.name}, ${texts[`category_${category}`]}`}>{texts.remove}</button>
    </form>
  );
}
