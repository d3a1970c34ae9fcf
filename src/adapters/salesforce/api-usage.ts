import type { ApiBudget } from '../../domain/connection-state';

/**
 * Reads the header Sforce-Limit-Info (REST API Developer Guide, "Limit Info Header").
 * Other keys, such as api-bursts and per-app-api-usage, may stand beside the one that counts, in any order.
 */
export function parseApiUsage(header: string | null): ApiBudget | undefined {
  const match = /(?:^|[;,\s])api-usage=([0-9]{1,15})\/([0-9]{1,15})/.exec(header ?? '');
  return match ? { used: Number(match[1]), allowed: Number(match[2]) } : undefined;
}
