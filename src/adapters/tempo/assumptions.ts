/**
 * What this client takes for granted of Tempo without having read it at a source.
 * Each is to be tried on a real Tempo before the first customer. Besides the values below:
 *
 * - A plan by total seconds has no hours a day. It is read as its total spread over the days from Monday to Friday
 *   (over all days where non-working days are included), without holidays. Our own entries are always by day, so
 *   such a plan is one that a person changed, and the figure is only there to be looked at.
 * - Writing a plan back with the status its approval has leaves the approval alone; a plan whose days, hours or
 *   person change is sent as REQUESTED, for Tempo would return it to pending anyway.
 * - POST /4/generic-resources/search finds everything when its body names neither ids nor a query.
 * - What Financial Manager answers without a licence, or to a token without its scopes, is taken to be 401, 403 or 404.
 * - A role of its labour is told by an address that ends with the role's id; a fixed revenue that recurs comes on the same day of
 *   later months. Its planned labour may leave out plans on the project itself, so what it
 *   counts is held against what the planner has, and where it is much less there is no forecast.
 * - A plan's `plannedTime.days` leaves out the days on which the person does not work, and holds those of a plan that recurs.
 *   Where it is missing, a plan takes the same on each of its days. Plans of people for whom the token's owner may not plan
 *   are not told of, so these people look free.
 * - A schedule is told day by day for as long as it is asked for, here half a year. Asked for without a person, it is that of the
 *   token's owner, and needs the same scope.
 * - Names of generic resources are kept as they were sent, and the description of a plan is too.
 */

/** One page of plans; Tempo allows 5000, and a page of this size stays far below the limit of one answer's size. */
export const plansPerPage = 1000;

/** So many people's plans are asked for in one call; their account ids make some 3 KB of the URL. */
export const peoplePerLookUp = 50;

/** One page of plans with what each takes on every day of half a year, of which one makes up to 9 KB. */
export const plansWithDaysPerPage = 200;

/** One page of worklogs; no largest page is stated for a project's. */
export const worklogsPerPage = 1000;

/** One page of Financial Manager's projects; its default is 50, and no largest page is stated. */
export const listedPerPage = 500;

/** One page of a project's labour, expenses or fixed revenues there; no largest page is stated. */
export const labourPerPage = 1000;

/** Whoever worked where Financial Manager names nobody: people who are gone count as one. */
export const nobody = 'nobody';

/**
 * Five requests a second, whoever sends them (Tempo's knowledge base, "Best Practices for Tempo Cloud REST API"). How Tempo
 * counts a second is not said, so no second of any beginning is meant to have more, and a little is left. One that is held up
 * by less than the time between two goes out all the same, as it may be on the network: should Tempo count six then, it says so.
 */
export const tempoPace = { most: 5, windowMs: 1_020, ahead: 3 } as const;

/** So many ids stand in one URL; 200 of them make some 4 KB. */
export const plansPerLookUp = 200;

/** One page of generic resources; no largest page is stated for them. */
export const resourcesPerPage = 500;

/** Further pages than these are taken for an answer that never ends. */
export const mostPages = 50;

/**
 * A plan that no Tempo has: deleting it changes nothing and tells whether the token may write.
 * Ids are taken to begin at 1, and permission to be checked before existence: 403 without the scope, 404 with it.
 */
export const impossiblePlanId = '0';

/** A day on which hardly anybody planned anything, for a request that only tries the token. */
export const quietDay = '2000-01-01';

/** Any of the reviewers that Tempo offers may approve; the first one is asked. */
export const reviewerAsked = 0;

/**
 * Tempo knows a plan on an issue by the issue's id alone. Read as a plan of a project it must not be mistaken for one
 * on ours, so the issue's id becomes a number of 18 digits, which no project of Jira has.
 */
export const projectIdOfIssuePlan = (issueId: string): string => `9${issueId.padStart(17, '0')}`;
