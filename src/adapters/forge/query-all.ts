import { kvs, Sort, type Result } from '@forge/kvs';

/** The largest page that Forge's storage gives. */
const page = 100;

interface IndexQuery {
  readonly entity: string;
  readonly index: string;
  readonly partition: readonly string[];
  readonly newestFirst?: boolean;
  /** Records a page; the largest there is unless given. */
  readonly pageSize?: number;
}

/** Every record of one partition of an index, page after page. */
export async function* queryPages<Row>({ entity, index, partition, newestFirst = false, pageSize = page }: IndexQuery): AsyncIterable<readonly Row[]> {
  let cursor: string | undefined;
  do {
    let query = kvs
      .entity<Row>(entity)
      .query()
      .index(index, { partition: [...partition] })
      .sort(newestFirst ? Sort.DESC : Sort.ASC)
      .limit(pageSize);
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
