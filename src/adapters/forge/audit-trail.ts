import { randomUUID } from 'node:crypto';
import { kvs, Sort } from '@forge/kvs';
import type { AuditRecord, AuditTrail } from '../../ports/audit';
import { keepAll } from './batches';
import { entityNames, keys, type AuditEntityRecord } from './records';

/** An audit record as an item of storage. */
export function auditItem(subject: string, content: AuditRecord): { readonly key: string; readonly value: AuditEntityRecord } {
  return { key: keys.audit(subject, content.at, randomUUID().slice(0, 8)), value: { subject, at: content.at, content } };
}

export const auditTrail: AuditTrail = {
  append: (subject, records) => keepAll(entityNames.audit, records.map((content) => auditItem(subject, content))),

  async read(subject, most, before) {
    let query = kvs.entity<AuditEntityRecord>(entityNames.audit).query().index('by-subject', { partition: [subject] }).sort(Sort.DESC).limit(most);
    if (before !== null) query = query.cursor(before);
    const { results, nextCursor } = await query.getMany();
    return { records: results.map(({ value }) => value.content), next: nextCursor ?? null };
  },
};
