import { DEFAULT_PAGE, MAX_PAGE } from '../assumptions';
import type { Page } from '../store/plan-table';
import type { BodyFields } from './body-fields';

/** Offset and limit of a paged call; a limit above the largest page is refused. */
export function readPage(fields: BodyFields): Page {
  const limit = fields.integer('limit', 1) ?? DEFAULT_PAGE;
  fields.complainIf(limit > MAX_PAGE, `limit must be less than or equal to ${MAX_PAGE}`);
  return { offset: fields.integer('offset', 0) ?? 0, limit };
}

function withPage(url: URL, page: Page): string {
  const moved = new URL(url);
  moved.searchParams.set('offset', String(page.offset));
  moved.searchParams.set('limit', String(page.limit));
  return moved.href;
}

/**
 * One page of a list by GET, with full addresses of the pages beside it; `next` is absent on the last.
 * @param found up to one more than the page holds, which tells whether there is a next page
 */
export function pagedList(self: URL, page: Page, found: readonly object[]): object {
  const results = found.slice(0, page.limit);
  const metadata = {
    count: results.length,
    offset: page.offset,
    limit: page.limit,
    ...(found.length > page.limit ? { next: withPage(self, { ...page, offset: page.offset + page.limit }) } : {}),
    ...(page.offset > 0 ? { previous: withPage(self, { ...page, offset: Math.max(0, page.offset - page.limit) }) } : {}),
  };
  return { self: self.href, metadata, results };
}

/** One page of a search by POST, which names neither itself nor the next page. */
export function searchResult(page: Page, found: readonly object[]): object {
  const results = found.slice(0, page.limit);
  return { metadata: { count: results.length, offset: page.offset, limit: page.limit }, results };
}

/** A list that is never cut into pages. */
export function wholeList(self: URL, results: readonly object[]): object {
  return { self: self.href, metadata: { count: results.length }, results };
}
