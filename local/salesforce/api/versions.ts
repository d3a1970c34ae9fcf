const OLDEST = 31;
const FIRST_KNOWN_SEASON = 31;
const NEWEST = 68;

export interface ApiVersion {
  readonly label: string;
  readonly url: string;
  readonly version: string;
}

/** Three releases a year; 31.0 is Summer '14, 68.0 Winter '27. */
function label(version: number): string {
  const sinceSummer14 = version - FIRST_KNOWN_SEASON;
  const season = ['Summer', 'Winter', 'Spring'][sinceSummer14 % 3] ?? '';
  return `${season} '${14 + Math.floor((sinceSummer14 + 2) / 3)}`;
}

/** What GET /services/data/ lists. */
export const apiVersions: readonly ApiVersion[] = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => ({
  label: label(OLDEST + index), url: `/services/data/v${OLDEST + index}.0`, version: `${OLDEST + index}.0`,
}));

/** What a version in a path is: "v68.0" is served, "v20.0" was retired, "v99.0" and "latest" are unknown. */
export function standing(version: string): 'served' | 'retired' | 'unknown' {
  const match = /^v(\d{1,3})\.0$/.exec(version);
  const number = Number(match?.[1] ?? Number.NaN);
  if (!(number <= NEWEST) || number < 1) return 'unknown';
  return number < OLDEST ? 'retired' : 'served';
}
