import type { SalesforceStore } from '../store/store';
import { Loader } from './loader';
import type { ImportReport } from './report';
import { detectDelimiter, readRows } from './rows';
import type { Row } from './rows';
import { surveyFile } from './survey';
import type { SurveyOptions } from './survey';

/** `map` is "field=column,…", for columns that are not known by their names; `dates` and `numbers` are for files that do not tell. */
export interface ImportOptions extends SurveyOptions {
  readonly store: SalesforceStore;
  readonly path: string;
  /** Called after every 500 rows and at the end. */
  readonly onProgress?: (progress: { readonly read: number; readonly rejected: number }) => void;
}

const BATCH = 500;

/**
 * Loads deals from a CSV file into the org. The file is read twice, as a stream: to learn how its dates and numbers are written, then to load it.
 * A deal is recognised by its id, or by name and client where there is no id column, so a file loaded again changes nothing.
 * @throws ImportError for a file that cannot be loaded at all; nothing of it is loaded then.
 */
export async function importDeals(options: ImportOptions): Promise<ImportReport> {
  const delimiter = await detectDelimiter(options.path);
  const rows = () => readRows(options.path, delimiter);
  const survey = await surveyFile(rows(), options);
  const loader = new Loader(options.store, survey);
  let batch: Row[] = [];
  const flush = (): void => {
    options.store.batch(() => batch.forEach((row) => loader.load(row)));
    batch = [];
    options.onProgress?.({ read: loader.read, rejected: loader.rejected.length });
  };
  let header = true;
  for await (const row of rows()) {
    if (!header) batch.push(row);
    header = false;
    if (batch.length === BATCH) flush();
  }
  if (batch.length > 0) flush();
  return loader.report(options.path);
}
