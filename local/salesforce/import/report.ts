import type { DecimalSign } from './amounts';
import type { ImportField } from './columns';
import type { DateOrder } from './dates';

export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
}

export interface ImportReport {
  readonly path: string;
  /** Which column gave which field. */
  readonly columns: ReadonlyMap<ImportField, string>;
  readonly ignoredColumns: readonly string[];
  readonly dates: DateOrder;
  readonly numbers: DecimalSign;
  /** Data rows of the file; loaded, updated, unchanged and rejected add up to it. */
  readonly read: number;
  readonly loaded: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  /** Of the loaded: for how many a value that Salesforce requires was filled in. */
  readonly filled: { readonly closeDate: number; readonly name: number };
  /** Of the loaded: deals without a client, which Salesforce allows. */
  readonly withoutClient: number;
  readonly newStages: readonly { readonly apiName: string; readonly kind: 'open' | 'won' | 'lost' }[];
  readonly newClients: number;
  readonly newUsers: number;
}

const DATES: Readonly<Record<DateOrder, string>> = { us: 'month/day/year', eu: 'day/month/year', iso: 'YYYY-MM-DD' };

/** The report as lines of text for a terminal; every rejected row is in it. */
export function formatImportReport(report: ImportReport): string {
  const lines = [
    `${report.path}: ${report.read} rows read, ${report.loaded} loaded, ${report.updated} updated, ${report.unchanged} unchanged, ${report.rejected.length} rejected`,
    `  columns: ${[...report.columns].map(([field, header]) => (field === header ? field : `${field} = ${header}`)).join(', ')}`,
  ];
  if (report.ignoredColumns.length > 0) lines.push(`  columns not used: ${report.ignoredColumns.join(', ')}`);
  lines.push(`  dates: ${DATES[report.dates]}; decimal sign: ${report.numbers}`);
  if (report.filled.closeDate > 0) {
    lines.push(`  filled: ${report.filled.closeDate} close dates of open deals (Salesforce requires one; 90 days after the deal was created, or after today)`);
  }
  if (report.filled.name > 0) lines.push(`  filled: ${report.filled.name} names (client – product, or the id)`);
  if (report.withoutClient > 0) lines.push(`  without a client: ${report.withoutClient}`);
  if (report.newStages.length > 0) lines.push(`  new stages: ${report.newStages.map(({ apiName, kind }) => `${apiName} (${kind})`).join(', ')}`);
  if (report.newClients > 0) lines.push(`  new clients: ${report.newClients}`);
  if (report.newUsers > 0) lines.push(`  new users: ${report.newUsers}`);
  for (const { line, reason } of report.rejected) lines.push(`  line ${line} rejected: ${reason}`);
  return `${lines.join('\n')}\n`;
}
