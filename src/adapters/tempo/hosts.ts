import type { TempoRegion } from '../../ports/planner';

/** Where Tempo's API answers (Tempo REST API 4.0, "Base URL"). The universal host serves every customer. */
const hosts: Readonly<Record<TempoRegion, string>> = {
  global: 'api.tempo.io',
  eu: 'api.eu.tempo.io',
  us: 'api.us.tempo.io',
};

export const hostOf = (region: TempoRegion): string => hosts[region];
