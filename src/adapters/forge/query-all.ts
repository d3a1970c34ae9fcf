import { kvs, Sort, WhereConditions, type Result } from '@forge/kvs';

/** How a batch says that a record is not there. */
const missing = ['KEY_NOT_FOUND', 'NOT_FOUND'];

/**
 * A record that is not there comes back as failed, too; any other failure must not pass for its absence.
 * @throws Error
 */
export function refuseBroken(failedKeys: readonly { readonly error: { readonly code: string } }[]): void {
  const broken = failedKeys.find(({ error }) => !missing.includes(error.code));
  if (broken !== undefined) throw new Error(`storage answered ${broken.error.code} for a record`);
}

/** The largest page that Forge's storage gives. */
const page = 100;

interface IndexQuery {
  readonly entity: string;
  readonly index: string;
  readonly partition: readonly string[];
  readonly newestFirst?: boolean;
  /** Records behind this one, by the index's range. */
  readonly after?: string;
  /** Records from this one on, by the index's range, itself included. */
  readonly from?: string;
  /** Records up to this one, by the index's range. */
  readonly upTo?: string;
  /** Records a page; the largest there is unless given. */
  readonly pageSize?: number;
}

/** Every record of one partition of an index, page after page. */
async function* queryPages<Row>({ entity, index, partition, newestFirst = false, after, from, upTo, pageSize = page }: IndexQuery): AsyncIterable<readonly Row[]> {
  let cursor: string | undefined;
  do {
    let query = kvs
      .entity<Row>(entity)
      .query()
      .index(index, { partition: [...partition] })
      .sort(newestFirst ? Sort.DESC : Sort.ASC)
      .limit(pageSize);
    if (after !== undefined) query = query.where(WhereConditions.greaterThan(after));
    if (from !== undefined) query = query.where(WhereConditions.greaterThanEqualTo(from));
    if (upTo !== undefined) query = query.where(WhereConditions.lessThanEqualTo(upTo));
    if (cursor !== undefined) query = query.cursor(cursor);
    const { results, nextCursor } = await query.getMany();
    yield results.map((result: Result<Row>) => result.value);
    cursor = nextCursor;
  } while (cursor !== undefined);
}

/** Every record of one partition, at most `most` of them. */
export async function queryAll<Row>(query: IndexQuery, most = Number.POSITIVE_INFINITY): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const found of queryPages<Row>({ ...query, pageSize: Math.min(page, most) })) {
    rows.push(...found);
    if (rows.length >= most) break;
  }
  return rows.slice(0, most);
}
