/** Records of one kind, one a subject, each with a revision; a subject that nobody has set anything for has the initial one at revision 0. */
export interface RevisedRecords<Content extends { readonly revision: number }> {
  read(subject: string): Promise<Content>;
  /** @throws StoreConflict when what is kept is not at the revision before this one's. */
  save(subject: string, content: Content): Promise<void>;
}
