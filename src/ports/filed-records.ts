/** A record as it is filed: whose it is, where it stands in lists, and how often it was changed. */
export interface Filed<Content> {
  /** A client's or a project's id. */
  readonly owner: string;
  /** One of its kind and owner: letters, digits and hyphens. */
  readonly id: string;
  /** The list over all owners in which it stands. */
  readonly list: string;
  /** What both its owner's records and those of a list are sorted by: an instant, a day or a month. */
  readonly at: string;
  /** Counts changes, so that two of them cannot cross; 1 is the first. */
  readonly revision: number;
  readonly content: Content;
}

/** Records of one kind that account managers file. */
export interface FiledRecords<Content> {
  one(owner: string, id: string): Promise<Filed<Content> | undefined>;
  /** The newest first, at most so many. */
  ofOwner(owner: string, most?: number): Promise<readonly Filed<Content>[]>;
  /** Of all owners, the oldest first, at most so many. @param upTo by what they are sorted by, itself included. */
  inList(list: string, most: number, upTo?: string): Promise<readonly Filed<Content>[]>;
  /** Of all owners, from something on by what they are sorted by, itself included, the oldest first, at most so many. */
  inListFrom(list: string, from: string, most: number): Promise<readonly Filed<Content>[]>;
  /** Keeps it as that revision. @throws StoreConflict when it is not at the revision before. */
  save(filed: Filed<Content>): Promise<void>;
  /** @throws StoreConflict when it is not at that revision. */
  remove(owner: string, id: string, revision: number): Promise<void>;
}
