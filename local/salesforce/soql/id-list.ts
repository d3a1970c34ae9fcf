const ID_LENGTH = 18;

/** The ids of the records that match a query, in its order, as one text: a page is cut out of fifty thousand without reading the others. */
export class IdList {
  /** @param text 18-character ids, one after another with nothing between them */
  constructor(readonly text: string) {}

  get length(): number {
    return this.text.length / ID_LENGTH;
  }

  slice(from: number, to: number): string[] {
    const ids: string[] = [];
    for (let at = from; at < Math.min(to, this.length); at += 1) ids.push(this.text.slice(at * ID_LENGTH, (at + 1) * ID_LENGTH));
    return ids;
  }
}
