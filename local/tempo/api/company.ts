import { Hono, type Context } from 'hono';
import { MAX_SPAN_DAYS } from '../assumptions';
import { spanDays } from '../calendar';
import { notFound } from '../errors';
import type { Role, Team } from '../model';
import { userSchedule } from '../planned-time';
import type { TempoStore } from '../store/tempo-store';
import { requires } from './access';
import { publicUrl, resourceUrl, type ApiEnvironment } from './environment';
import { pagedList, readPage, wholeList } from './paging';
import { readQuery } from './query-fields';

type UrlContext = Parameters<typeof resourceUrl>[0];

function roleAnswer(context: UrlContext, role: Role): object {
  return { self: resourceUrl(context, `/4/roles/${role.id}`), id: role.id, name: role.name, default: role.isDefault };
}

function teamAnswer(context: UrlContext, team: Team): object {
  const self = resourceUrl(context, `/4/teams/${team.id}`);
  return {
    self,
    id: team.id,
    name: team.name,
    ...(team.leadId === undefined ? {} : { lead: { accountId: team.leadId } }),
    links: { self: `${self}/links` },
    members: { self: `${self}/members` },
    permissions: { self: `${self}/permissions` },
  };
}

/** What Tempo tells of the company: configuration, people's schedules, reviewers, roles and teams (Tempo REST API 4.0). */
export function companyApi(store: TempoStore): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();

  api.get('/globalconfiguration', (context) =>
    context.json({
      planApprovalEnabled: store.settings.get().planApprovalEnabled,
      startAndEndTimesForPlanningEnabled: false,
      weekStart: 'MONDAY',
      maxHoursPerDayPerUser: 24,
    }),
  );

  const schedule = (context: Context<ApiEnvironment, '/'>, accountId: string): Response => {
    const person = store.people.find(accountId);
    if (person === undefined) throw notFound('User');
    const fields = readQuery(context.req);
    const from = fields.requiredDate('from');
    const to = fields.requiredDate('to');
    fields.complainIf(spanDays(from, to) > MAX_SPAN_DAYS, `the window must not be longer than ${MAX_SPAN_DAYS} days`);
    fields.complainIf(to < from, 'to must not be before from');
    fields.finish();
    const days = userSchedule(store, person.secondsPerDay, from, to).map((day) => ({
      date: day.date,
      requiredSeconds: day.requiredSeconds,
      type: day.type,
      ...(day.holiday === undefined ? {} : { holiday: { name: day.holiday, durationSeconds: person.secondsPerDay } }),
    }));
    return context.json(wholeList(publicUrl(context), days));
  };
  // Without a person it is the schedule of the token's owner.
  api.get('/user-schedule', requires('schemes', 'view'), (context) => schedule(context, context.get('token').ownerId));
  api.get('/user-schedule/:accountId', requires('schemes', 'view'), (context) => schedule(context, context.req.param('accountId')));

  api.get('/plan-permissions/plan-reviewers', requires('plans', 'view'), (context) => {
    const fields = readQuery(context.req);
    const accountId = fields.requiredText('accountId');
    fields.date('from');
    fields.date('to');
    fields.finish();
    const reviewers = store.people.all().filter((person) => person.reviewer && person.active && person.accountId !== accountId);
    return context.json(wholeList(publicUrl(context), reviewers.map((person) => ({ accountId: person.accountId }))));
  });

  api.get('/roles', requires('teams', 'view'), (context) =>
    context.json(wholeList(publicUrl(context), store.teams.roles().map((role) => roleAnswer(context, role)))),
  );

  api.get('/roles/default', requires('teams', 'view'), (context) => {
    const role = store.teams.roles().find((each) => each.isDefault);
    if (role === undefined) throw notFound('Role');
    return context.json(roleAnswer(context, role));
  });

  api.get('/teams', requires('teams', 'view'), (context) => {
    const fields = readQuery(context.req, { lists: ['teamIds'], integers: ['teamIds', 'offset', 'limit'] });
    const name = fields.text('name')?.toLocaleLowerCase('pl');
    const teamIds = fields.integers('teamIds');
    const page = readPage(fields);
    fields.finish();
    const found = store.teams
      .all()
      .filter((team) => name === undefined || team.name.toLocaleLowerCase('pl').includes(name))
      .filter((team) => teamIds.length === 0 || teamIds.includes(team.id))
      .slice(page.offset, page.offset + page.limit + 1);
    return context.json(pagedList(publicUrl(context), page, found.map((team) => teamAnswer(context, team))));
  });

  api.get('/team-links/project/:projectId', requires('teams', 'view'), (context) => {
    const projectId = context.req.param('projectId');
    const links = store.teams.links().filter((link) => link.projectId === projectId);
    const results = links.map((link) => ({
      self: resourceUrl(context, `/4/team-links/${link.id}`),
      id: link.id,
      team: { self: resourceUrl(context, `/4/teams/${link.teamId}`), id: link.teamId },
      scope: { self: resourceUrl(context, `/rest/api/2/project/${projectId}`), id: Number(projectId), type: 'PROJECT' },
    }));
    return context.json(wholeList(publicUrl(context), results));
  });

  return api;
}
