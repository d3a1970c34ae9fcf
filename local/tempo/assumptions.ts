// What Tempo's document leaves open and this stand-in has to answer somehow. Each is stricter than or equal to the
// likeliest reading, so that an app that works here does not depend on a kindness that Tempo never promised. Besides the values below:
// - from/to select the plans that overlap the window (store/plan-table.ts);
// - TOTAL_SECONDS is spread evenly over the working days, the remainder on the first of them (planned-time.ts);
// - with approval off, or for a generic resource, planApproval in a request has no effect (approval.ts);
// - replacing a plan keeps its approval even if the request leaves it out; moving dates, hours, person or item
//   asks for it anew (approval.ts);
// - plans of people the token's owner may not plan for are left out of lists and are 404 one by one (api/plans.ts);
// - a subscription's id is a number, and the list of subscriptions is paged as other lists are; subscriptions belong to the
//   customer, so each tells of the plans of everybody, whoever's token made it (webhooks/webhooks.ts);
// - the sharedSecret is told once, by POST; GET and refresh leave it out, and a refresh does not change it (api/webhooks.ts);
// - each family of events named by a star has created, updated and deleted (webhooks/events.ts);
// - a handshake has as long as a delivery, may say a charset after text/plain, and one that fails makes an active
//   subscription inactive (webhooks/handshake.ts);
// - plan.created and plan.deleted carry the plan itself, plan.updated the plan before and after; a plan in an event has the
//   form it has in a list (webhooks/webhooks.ts). Deciding an approval is an update, and so is a change that alters nothing;
// - Tempo-Timestamp is the time of sending in milliseconds since 1970, as text, so that it differs at each attempt while
//   eventId and body stay; subscriptions to the same event are told the same eventId; a redirect is taken as received (webhooks/sender.ts);
// - what happens while a subscription is inactive is never sent to it, and what still waited when it went inactive is not
//   sent either, also not after a refresh (webhooks/webhooks.ts).
//
// Of Financial Manager (its calls name only their 200 and 204):
// - without a licence the calls that need one are 403, and projects and logged time are told without money (api/financial-access.ts);
// - a project that the token's owner may not see is left out of the list and is 403, an unknown one 404. Who may only view is
//   refused whatever tells of single people, and is shown no rates (api/financial-access.ts);
// - money is rounded to two decimals for each entry of time, half up, and sums are sums of what was rounded (financials/money.ts);
// - a rate, a budget and what is earned by hours are in the project's currency; an expense and a fixed revenue stay in the one they
//   were entered in. A sum of several currencies is MIX with the bare sum as its value (financials/money.ts);
// - netProfitMargin is a ratio, unrounded, and 0 where there is no revenue (financials/summary.ts);
// - hours for which nobody has set a rate have no cost or revenue and count in no sum; a planned cost, which must be there, is 0 in the
//   currency that stands for none (financials/labour.ts, api/financial-answers.ts);
// - whether any hours are billable is asked of the project's hours as a whole (financials/labour.ts);
// - the sum for a day to come is what was logged until today and what is planned behind it. Plans of people on issues of the scope
//   count; of those on the project itself a setting decides; those of placeholders do not, being nobody's (financials/labour.ts);
// - a scope by filter, structure or epics counts the issues and the time that were there at its last synchronisation. Nothing in
//   the API says when that was, only when the next one is due (financials/synchronisation.ts);
// - a recurrence's count is of all its occurrences, and a day that a month lacks is its last one (financials/entries.ts);
// - currency codes have two decimals; the company's rates by role have no currency and count in each project's own.

import type { ScopeArea } from './model';

/** A search is a POST; "View" is described as GET only, so searching asks for the manage scope. */
export const SEARCH_SCOPE_LEVEL = 'manage';

/** No scope is named for generic resources; planning is what they exist for. */
export const GENERIC_RESOURCE_SCOPE: ScopeArea = 'plans';

/** No scope is named for webhooks; the events that the app needs are those of plans. */
export const WEBHOOK_SCOPE: ScopeArea = 'plans';

/** Tempo takes https only; the stand-in's one exception are addresses of this machine. */
export const MAY_BE_HTTP: readonly string[] = ['localhost', '127.0.0.1'];

/** The largest number of subscriptions of a customer; Tempo states it. */
export const MOST_SUBSCRIPTIONS = 25;

/**
 * Minutes from a delivery that failed to the next, 5 to 15 as Tempo states. "Up to 10 times" is read as ten attempts
 * in all, and the waits as growing; after the tenth failure the subscription goes inactive.
 */
export const RETRY_MINUTES = [5, 6, 7, 8, 9, 10, 11, 13, 15] as const;

/** How long the answer to a delivery is awaited, in milliseconds; Tempo states it. */
export const ANSWER_WITHIN_MS = 30_000;

/** What a delivery says of itself beside time and signature. The form of the two identifiers is not described. */
export const DELIVERY_CONTENT_TYPE = 'application/json';
export const JIRA_CLIENT_KEY = '5f0c6a52-3d1e-4c7a-9b52-0f6f2f1d7a11';
export const TENANT_ID = 'b9c1b1de-77c5-4a0e-8f0a-6f0e4f3f9d20';

/** An event answers no request, so the addresses in it are those of the universal host. */
export const EVENT_ORIGIN = 'https://api.tempo.io';

/** A deactivated person is refused in the same words as an unknown one; their existing plans stay and can be deleted. */
export const ASSIGNEE_MISSING = 'assignee does not exist';
export const PROJECT_MISSING = 'project does not exist';
export const ISSUE_MISSING = 'issue does not exist';
export const REVIEWER_MISSING = 'reviewer does not exist';

/** Largest page and the page when no limit is given; a larger limit is refused, not cut down in silence. */
export const MAX_PAGE = 5000;
export const DEFAULT_PAGE = 50;

/** The description's largest length is not stated; a free-text column of this size is assumed. */
export const MAX_DESCRIPTION = 10_000;

/** The longest plan or schedule, in days: ten years. No limit is stated; a longer one is taken for a slip. */
export const MAX_SPAN_DAYS = 3660;

/** A generic resource has no workload or holiday scheme: Monday to Friday, eight hours, no holidays. */
export const GENERIC_SECONDS_PER_DAY = 28_800;

/** What the HTML pages of 401 and 403 say. */
export const UNAUTHORISED_TEXT = 'Authorization error';
export const FORBIDDEN_TEXT = 'Forbidden';
