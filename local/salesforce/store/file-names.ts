/** FileType by extension, for files that offices have (Object Reference, "ContentVersion"); all others are UNKNOWN. */
const FILE_TYPES: ReadonlyMap<string, string> = new Map([
  ['txt', 'TEXT'], ['pdf', 'PDF'], ['doc', 'WORD'], ['docx', 'WORD_X'], ['xls', 'EXCEL'], ['xlsx', 'EXCEL_X'], ['ppt', 'POWER_POINT'], ['pptx', 'POWER_POINT_X'],
  ['csv', 'CSV'], ['html', 'HTML'], ['xml', 'XML'], ['rtf', 'RTF'], ['zip', 'ZIP'], ['jpg', 'JPG'], ['png', 'PNG'],
]);

/** What a file's path says of it; a path without a dot has no extension. */
export function fileKind(pathOnClient: string): { readonly extension: string | undefined; readonly type: string } {
  const extension = /\.([^./\\]{1,40})$/.exec(pathOnClient)?.[1];
  return { extension, type: FILE_TYPES.get(extension?.toLowerCase() ?? '') ?? 'UNKNOWN' };
}
