import type { Person, Plan, PlanItemName } from '../model';
import { formatInstant } from './formats';
import { Layout } from './layout';
import type { PageFrame } from './page-frame';
import type { PlanForm, PlanFormError } from './plan-form-input';

export interface PlanFormPageProps {
  readonly frame: PageFrame;
  readonly form: PlanForm;
  readonly errors: readonly PlanFormError[];
  /** The plan being changed; undefined while one is being added. */
  readonly plan?: Plan | undefined;
  readonly people: readonly PlanItemName[];
  readonly placeholders: readonly PlanItemName[];
  /** Projects and issues that can be chosen; ids are `PROJECT:<id>` or `ISSUE:<id>`. */
  readonly items: readonly PlanItemName[];
  /** Who can approve; empty while approval is switched off. */
  readonly reviewers: readonly Person[];
  readonly creatorName: string;
}

function Options({ choices, chosen }: { readonly choices: readonly PlanItemName[]; readonly chosen: string }) {
  return (
    <>
      {choices.map((choice) => <option value={choice.id} selected={choice.id === chosen}>{choice.name}</option>)}
    </>
  );
}

function Fields({ page }: { readonly page: PlanFormPageProps }) {
  const { form } = page;
  const { texts } = page.frame;
  return (
    <div class="fields">
      <label>
        {texts.assignee}
        <select name="assignee" required>
          <optgroup label={texts.people}><Options choices={page.people} chosen={form.assignee} /></optgroup>
          <optgroup label={texts.placeholders}><Options choices={page.placeholders} chosen={form.assignee} /></optgroup>
        </select>
      </label>
      <label>
        {texts.item}
        <select name="item" required><Options choices={page.items} chosen={form.item} /></select>
      </label>
      <label>{texts.from}<input type="date" name="from" value={form.from} required /></label>
      <label>{texts.to}<input type="date" name="to" value={form.to} required /></label>
      <label>{texts.amount}<input type="text" inputmode="decimal" name="hours" value={form.hours} required /></label>
      <label>
        {texts.effort}
        <select name="effort">
          <option value="SECONDS_PER_DAY" selected={form.effort === 'SECONDS_PER_DAY'}>{texts.effort_SECONDS_PER_DAY}</option>
          <option value="TOTAL_SECONDS" selected={form.effort === 'TOTAL_SECONDS'}>{texts.effort_TOTAL_SECONDS}</option>
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="includeNonWorkingDays" checked={form.includeNonWorkingDays} />
        {texts.nonWorking}
      </label>
      {page.reviewers.length === 0 ? null : (
        <label>
          {texts.reviewer}
          <select name="reviewerId">
            <option value="">{texts.noReviewer}</option>
            {page.reviewers.map((each) => <option value={each.accountId} selected={each.accountId === form.reviewerId}>{each.displayName}</option>)}
          </select>
        </label>
      )}
      <label class="wide">{texts.description}<textarea name="description" rows={3}>{form.description}</textarea></label>
    </div>
  );
}

function Decision({ plan, frame }: { readonly plan: Plan; readonly frame: PageFrame }) {
  const { texts } = frame;
  if (plan.approval === undefined) return null;
  return (
    <form class="card" method="post" action={`/plans/${plan.id}/approval`}>
      <h2>{`${texts.approval}: ${texts[`approval_${plan.approval.status}`]}`}</h2>
      <div class="actions">
        <button name="decision" value="APPROVED">{texts.approve}</button>
        <button name="decision" value="REJECTED">{texts.reject}</button>
      </div>
    </form>
  );
}

/** Adds a plan, or changes one behind the app's back. */
export function PlanFormPage(page: PlanFormPageProps) {
  const { plan, errors, frame } = page;
  const { texts, language } = frame;
  const title = plan === undefined ? texts.newPlan : `${texts.editPlan} ${plan.id}`;
  return (
    <Layout frame={frame} title={title} current={undefined}>
      <h1>{title}</h1>
      <p class="note">{texts.behind}</p>
      {errors.length === 0 ? null : (
        <div class="alert" role="alert">
          <b>{texts.error}</b>
          <ul>{errors.map((error) => <li>{texts[`error_${error}`]}</li>)}</ul>
        </div>
      )}
      <form class="card" method="post" action={plan === undefined ? '/plans' : `/plans/${plan.id}`}>
        <Fields page={page} />
        <div class="actions">
          <button class="primary" type="submit">{texts.save}</button>
          <a class="button" href="/">{texts.cancel}</a>
        </div>
      </form>
      {plan === undefined ? null : <Decision plan={plan} frame={frame} />}
      {plan === undefined ? null : (
        <form method="post" action={`/plans/${plan.id}/delete`} class="actions">
          <button class="danger" type="submit">{texts.deletePlan}</button>
        </form>
      )}
      {plan === undefined ? null : (
        <p class="muted">{`${texts.createdBy}: ${page.creatorName} · ${texts.changedAt}: ${formatInstant(plan.updatedAt, language)}`}</p>
      )}
    </Layout>
  );
}
