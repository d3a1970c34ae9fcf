import { randomUUID } from 'node:crypto';
import { kvs, Sort } from '@forge/kvs';
import type { AuditRecord, AuditTrail } from '../../ports';
import { entityNames, keys, type AuditEntityRecord } from './records';

/** The most operations that one batch of Forge's storage takes. */
const batch = 25;

/** An audit record as an item of storage. */
export function auditItem(subject: string, content: AuditRecord): { readonly key: string; readonly value: AuditEntityRecord } {
  return { key: keys.audit(subject, content.at, randomUUID().slice(0, 8)), value: { subject, at: content.at, content } };
}

export const auditTrail: AuditTrail = {
  async append(subject, records) {
    for (let start = 0; start < records.length; start += batch) {
      const items = records.slice(start, start + batch).map((content) => ({ ...auditItem(subject, content), entityName: entityNames.audit }));
      const { failedKeys } = await kvs.batchSet(items);
      const failed = failedKeys[0];
      if (failed !== undefined) throw new Error(`storage answered ${failed.error.code} for an audit record`);
    }
  },

  async read(subject, most, before) {
    let query = kvs.entity<AuditEntityRecord>(entityNames.audit).query().index('by-subject', { partition: [subject] }).sort(Sort.DESC).limit(most);
    if (before !== null) query = query.cursor(before);
    const { results, nextCursor } = await query.getMany();
    return { records: results.map(({ value }) => value.content), next: nextCursor ?? null };
  },
};
