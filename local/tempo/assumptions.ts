// What Tempo's document leaves open and this stand-in has to answer somehow. Each is stricter than or equal to the
// likeliest reading, so that an app that works here does not depend on a kindness that Tempo never promised. Besides the values below:
// - from/to select the plans that overlap the window (store/plan-table.ts);
// - TOTAL_SECONDS is spread evenly over the working days, the remainder on the first of them (planned-time.ts);
// - with approval off, or for a generic resource, planApproval in a request has no effect (approval.ts);
// - replacing a plan keeps its approval even if the request leaves it out; moving dates, hours, person or item
//   asks for it anew (approval.ts);
// - plans of people the token's owner may not plan for are left out of lists and are 404 one by one (api/plans.ts).

import type { ScopeArea } from './model';

/** A search is a POST; "View" is described as GET only, so searching asks for the manage scope. */
export const SEARCH_SCOPE_LEVEL = 'manage';

/** No scope is named for generic resources; planning is what they exist for. */
export const GENERIC_RESOURCE_SCOPE: ScopeArea = 'plans';

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
