import { Hono, type Context } from 'hono';
import { approvalAfterChange, approvalOfNew } from '../approval';
import { SEARCH_SCOPE_LEVEL } from '../assumptions';
import { Forbidden, NotModelled, notFound } from '../errors';
import type { ApiToken, Plan } from '../model';
import { mayPlanFor, requires } from './access';
import { readBody } from './body-fields';
import { publicUrl, type ApiEnvironment, type Surroundings } from './environment';
import { pagedList, readPage, searchResult, wholeList } from './paging';
import { planAnswer, type PlanView } from './plan-answer';
import { checkReferences, readPlanRequest, type PlanRequest } from './plan-input';
import { PLAN_QUERY_SHAPE, readPlanQuery, readWindow } from './plan-query';
import { readQuery } from './query-fields';

const WHOLE_PLAN: PlanView = { scope: {}, daily: true };

function requireRightToPlanFor(token: ApiToken, assignee: Parameters<typeof mayPlanFor>[1]): void {
  if (!mayPlanFor(token, assignee)) throw new Forbidden();
}

function refuseDecision(request: PlanRequest, current: Plan | undefined, enabled: boolean): void {
  const { approvalStatus } = request;
  if (!enabled || approvalStatus === undefined || approvalStatus === 'REQUESTED') return;
  if (approvalStatus !== current?.approval?.status) throw new NotModelled(`deciding a plan approval (${approvalStatus}) by writing the plan`);
}

/** /4/plans (Tempo REST API 4.0, "Plans"). */
export function plansApi(surroundings: Surroundings): Hono<ApiEnvironment> {
  const { store } = surroundings;
  const api = new Hono<ApiEnvironment>();
  const approvalEnabled = (): boolean => store.settings.get().planApprovalEnabled;

  const answer = (context: Context, plan: Plan, view: PlanView): object => planAnswer(publicUrl(context).origin, store, plan, view);

  const visiblePlan = (token: ApiToken, id: string): Plan => {
    const plan = store.plans.find(Number(id));
    if (plan === undefined || !mayPlanFor(token, plan)) throw notFound('Plan');
    return plan;
  };

  api.post('/', requires('plans', 'manage'), async (context) => {
    const request = readPlanRequest(await readBody(context.req));
    const token = context.get('token');
    checkReferences(surroundings, request);
    requireRightToPlanFor(token, request.content);
    refuseDecision(request, undefined, approvalEnabled());
    const approval = approvalOfNew(request.content, request.reviewerId, token.ownerId, approvalEnabled());
    const plan = store.plans.create(request.content, token.ownerId, approval);
    return context.json(answer(context, plan, WHOLE_PLAN));
  });

  api.get('/', requires('plans', 'view'), (context) => {
    const fields = readQuery(context.req, PLAN_QUERY_SHAPE);
    const { filter, view } = readPlanQuery(fields);
    const page = readPage(fields);
    fields.finish();
    const visible = { ...filter, visibleTo: context.get('token').plansFor };
    const plans = store.plans.search(visible, { ...page, limit: page.limit + 1 });
    return context.json(pagedList(publicUrl(context), page, plans.map((plan) => answer(context, plan, view))));
  });

  api.post('/search', requires('plans', SEARCH_SCOPE_LEVEL), async (context) => {
    const fields = await readBody(context.req);
    const { filter, view } = readPlanQuery(fields);
    const page = readPage(fields);
    fields.finish();
    const plans = store.plans.search({ ...filter, visibleTo: context.get('token').plansFor }, page);
    return context.json(searchResult(page, plans.map((plan) => answer(context, plan, view))));
  });

  api.get('/user/:accountId', requires('plans', 'view'), (context) => {
    const accountId = context.req.param('accountId');
    if (store.people.find(accountId) === undefined) throw notFound('User');
    requireRightToPlanFor(context.get('token'), { assigneeType: 'USER', assigneeId: accountId });
    const fields = readQuery(context.req, PLAN_QUERY_SHAPE);
    const { filter, view } = readWindow(fields);
    fields.finish();
    const plans = store.plans.search({ ...filter, accountIds: [accountId] });
    return context.json(wholeList(publicUrl(context), plans.map((plan) => answer(context, plan, view))));
  });

  api.get('/generic-resource/:id', requires('plans', 'view'), (context) => {
    const id = context.req.param('id');
    if (store.resources.find(Number(id)) === undefined) throw notFound('Generic resource');
    const fields = readQuery(context.req, PLAN_QUERY_SHAPE);
    const { filter, view } = readWindow(fields);
    fields.finish();
    const plans = store.plans.search({ ...filter, genericResourceIds: [String(Number(id))] });
    return context.json(wholeList(publicUrl(context), plans.map((plan) => answer(context, plan, view))));
  });

  api.get('/:id', requires('plans', 'view'), (context) => {
    const plan = visiblePlan(context.get('token'), context.req.param('id'));
    const fields = readQuery(context.req, PLAN_QUERY_SHAPE);
    const { view } = readWindow(fields);
    fields.finish();
    return context.json(answer(context, plan, { scope: view.scope, daily: true }));
  });

  api.put('/:id', requires('plans', 'manage'), async (context) => {
    const token = context.get('token');
    // The body comes first: nothing may happen to the plan between looking at it and changing it.
    const body = await readBody(context.req);
    const plan = visiblePlan(token, context.req.param('id'));
    const request = readPlanRequest(body);
    checkReferences(surroundings, request);
    requireRightToPlanFor(token, request.content);
    refuseDecision(request, plan, approvalEnabled());
    const asked = { reviewerId: request.reviewerId, requesterId: token.ownerId, enabled: approvalEnabled() };
    const replaced = store.plans.replace(plan, request.content, approvalAfterChange(plan, request.content, asked));
    return context.json(answer(context, replaced, WHOLE_PLAN));
  });

  api.delete('/:id', requires('plans', 'manage'), (context) => {
    const plan = visiblePlan(context.get('token'), context.req.param('id'));
    store.plans.delete(plan.id);
    return context.body(null, 204);
  });

  return api;
}
