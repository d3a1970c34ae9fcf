import { randomUUID } from 'node:crypto';
import { kvs } from '@forge/kvs';
import type { AuditTrail } from '../../ports';
import { entityNames, keys, type AuditEntityRecord } from './records';

/** The most operations that one batch of Forge's storage takes. */
const batch = 25;

export const auditTrail: AuditTrail = {
  async append(subject, records) {
    for (let start = 0; start < records.length; start += batch) {
      const items = records.slice(start, start + batch).map((content): { key: string; value: AuditEntityRecord; entityName: string } => ({
        key: keys.audit(subject, content.at, randomUUID().slice(0, 8)),
        value: { subject, at: content.at, content },
        entityName: entityNames.audit,
      }));
      const { failedKeys } = await kvs.batchSet(items);
      const failed = failedKeys[0];
      if (failed !== undefined) throw new Error(`storage answered ${failed.error.code} for an audit record`);
    }
  },
};
