import { Hono, type Context } from 'hono';
import { approvalAfterChange, approvalOfNew } from '../approval';
import type { Surroundings } from '../api/environment';
import { addDays, isPlainDate } from '../../plain-date';
import { dateAt, mondayOf } from '../calendar';
import type { Plan, PlanContent, PlanItemName, PlanItemType } from '../model';
import { hoursPerDay } from '../planned-time';
import { MissingPage } from './layout';
import { frameOf } from './page-frame';
import { checkPlanForm, emptyPlanForm, planFormOf, readPlanForm, type PlanForm, type PlanFormError } from './plan-form-input';
import { PlanFormPage } from './plan-form';
import { PlannerPage } from './planner';
import { timelineOf, type TimelineFilter, type TimelineWindow } from './timeline';

const TIME_ZONE = 'Europe/Warsaw';
const USUAL_WEEKS = 10;
const MOST_WEEKS = 26;

function windowOf(context: Context, today: string): TimelineWindow {
  const from = context.req.query('from') ?? '';
  const weeks = Number(context.req.query('weeks'));
  return {
    from: mondayOf(isPlainDate(from) ? from : addDays(today, -7)),
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : USUAL_WEEKS,
  };
}

function filterOf(context: Context): TimelineFilter {
  // A choice that is not made arrives as an empty parameter.
  const chosen = (name: string): string | undefined => context.req.queries(name)?.find((value) => value !== '');
  return { assignee: chosen('assignee'), projectId: chosen('project') };
}

/** The planner: plans by person and week, and the form that adds or changes one. */
export function plannerRoutes(surroundings: Surroundings, jiraUrl: string | undefined): Hono {
  const { store, jira, clock } = surroundings;
  const routes = new Hono();
  const today = (): string => dateAt(clock.now(), TIME_ZONE);

  const nameOfItem = (type: PlanItemType, id: string): string | undefined => (type === 'PROJECT' ? jira.projectName(id) : jira.issueName(id));

  const assigneesOfType = (type: 'USER' | 'GENERIC', alsoKey?: string): PlanItemName[] =>
    type === 'USER'
      ? store.people
          .all()
          .map((person) => ({ id: `USER:${person.accountId}`, name: person.displayName, active: person.active }))
          .filter((choice) => choice.active || choice.id === alsoKey)
      : store.resources.all().map((resource) => ({ id: `GENERIC:${resource.id}`, name: resource.name }));

  // The page has no sign-in: what is done here is done by the first person who may approve plans.
  const actorId = (): string => {
    const people = store.people.all();
    return (people.find((person) => person.reviewer && person.active) ?? people[0])?.accountId ?? 'unknown';
  };

  const showForm = (context: Context, form: PlanForm, errors: readonly PlanFormError[], plan?: Plan) => {
    const frame = frameOf(context, jiraUrl);
    const projects = jira.projects().map((project) => ({ id: `PROJECT:${project.id}`, name: project.name }));
    const unknownName = plan?.planItemType === 'ISSUE' ? frame.texts.unknownIssue : frame.texts.unknownProject;
    const currentName = plan === undefined ? '' : (nameOfItem(plan.planItemType, plan.planItemId) ?? `${unknownName} ${plan.planItemId}`);
    const isListed = projects.some((project) => project.id === form.item);
    return context.html(
      <PlanFormPage
        frame={frame}
        form={form}
        errors={errors}
        plan={plan}
        people={assigneesOfType('USER', form.assignee)}
        placeholders={assigneesOfType('GENERIC')}
        items={plan === undefined || isListed ? projects : [{ id: `${plan.planItemType}:${plan.planItemId}`, name: currentName }, ...projects]}
        reviewers={store.settings.get().planApprovalEnabled ? store.people.all().filter((person) => person.reviewer && person.active) : []}
        creatorName={plan === undefined ? '' : (store.people.find(plan.creatorId)?.displayName ?? plan.creatorId)}
      />,
      errors.length === 0 ? 200 : 400,
    );
  };

  const missing = (context: Context) => context.html(<MissingPage frame={frameOf(context, jiraUrl)} />, 404);

  const returnTo = (context: Context, content: PlanContent): Response =>
    context.redirect(`/?from=${mondayOf(addDays(content.startDate, -7))}`, 303);

  routes.get('/', (context) => {
    const frame = frameOf(context, jiraUrl);
    const window = windowOf(context, today());
    const filter = filterOf(context);
    const unknownName = (plan: Plan): string => (plan.planItemType === 'ISSUE' ? frame.texts.unknownIssue : frame.texts.unknownProject);
    return context.html(
      <PlannerPage
        frame={frame}
        window={window}
        filter={filter}
        timeline={timelineOf(store, window, filter)}
        today={today()}
        projects={jira.projects()}
        assignees={[...assigneesOfType('USER'), ...assigneesOfType('GENERIC')]}
        itemName={(plan) => nameOfItem(plan.planItemType, plan.planItemId) ?? `${unknownName(plan)} ${plan.planItemId}`}
        hoursPerDay={(plan) => hoursPerDay(store, plan)}
      />,
    );
  });

  routes.get('/plans/new', (context) => {
    const filter = filterOf(context);
    const chosen = { assignee: filter.assignee ?? '', item: filter.projectId === undefined ? '' : `PROJECT:${filter.projectId}` };
    return showForm(context, emptyPlanForm(today(), chosen), []);
  });

  routes.post('/plans', async (context) => {
    const form = readPlanForm(await context.req.formData());
    const checked = checkPlanForm(store, form, (type, id) => nameOfItem(type, id) !== undefined);
    if ('errors' in checked) return showForm(context, form, checked.errors);
    const approval = approvalOfNew(checked.content, checked.reviewerId, actorId(), store.settings.get().planApprovalEnabled);
    store.plans.create(checked.content, actorId(), approval);
    return returnTo(context, checked.content);
  });

  routes.get('/plans/:id', (context) => {
    const plan = store.plans.find(Number(context.req.param('id')));
    return plan === undefined ? missing(context) : showForm(context, planFormOf(plan), [], plan);
  });

  routes.post('/plans/:id', async (context) => {
    const form = readPlanForm(await context.req.formData());
    const plan = store.plans.find(Number(context.req.param('id')));
    if (plan === undefined) return missing(context);
    const checked = checkPlanForm(store, form, (type, id) => nameOfItem(type, id) !== undefined, plan);
    if ('errors' in checked) return showForm(context, form, checked.errors, plan);
    const asked = { reviewerId: checked.reviewerId, requesterId: actorId(), enabled: store.settings.get().planApprovalEnabled };
    store.plans.replace(plan, checked.content, approvalAfterChange(plan, checked.content, asked));
    return returnTo(context, checked.content);
  });

  routes.post('/plans/:id/delete', (context) => {
    const plan = store.plans.find(Number(context.req.param('id')));
    if (plan === undefined) return missing(context);
    store.plans.delete(plan.id);
    return returnTo(context, plan);
  });

  routes.post('/plans/:id/approval', async (context) => {
    const decision = (await context.req.formData()).get('decision');
    const plan = store.plans.find(Number(context.req.param('id')));
    if (plan?.approval === undefined) return missing(context);
    const status = decision === 'APPROVED' ? 'APPROVED' : 'REJECTED';
    store.plans.replace(plan, plan, { ...plan.approval, status, actorId: plan.approval.reviewerId });
    return context.redirect(`/plans/${plan.id}`, 303);
  });

  return routes;
}
