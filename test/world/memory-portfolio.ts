import { sortKey, subjectOf } from '../../src/domain/attention/portfolio-row';
import { noSnoozes } from '../../src/domain/attention/snooze';
import { StoreConflict } from '../../src/ports/errors';
import type { PortfolioStore } from '../../src/ports/portfolio-store';
import { memorySettings } from './memory-settings';
import type { MemoryStorage } from './memory-storage';

/** As small as a page of Forge's storage. */
const pageSize = 100;

export const memoryPortfolio = (storage: MemoryStorage): PortfolioStore => ({
  reader: async (accountId) => ({ snoozes: storage.snoozes.get(accountId) ?? noSnoozes, company: await memorySettings(storage).company() }),
  row: async (subject) => storage.rows.get(subject)?.row,
  async page(list, after) {
    const rows = storage.rows
      .all()
      .filter(({ row }) => (list.of === 'manager' ? row.managerId === list.accountId : row.kind === list.kind))
      .filter(({ urgency }) => after === null || urgency > after)
      .sort((a, b) => (a.urgency < b.urgency ? -1 : 1))
      .slice(0, pageSize);
    return { rows: rows.map(({ row }) => row), next: rows.length < pageSize ? null : (rows.at(-1)?.urgency ?? null) };
  },
  async save(row, today) {
    const subject = subjectOf(row);
    if ((storage.rows.get(subject)?.row.revision ?? 0) !== row.revision - 1) throw new StoreConflict('portfolio row');
    storage.write(storage.rows.put(subject, { row, urgency: sortKey(row, today) }));
  },
  async remove(subject) {
    storage.write(storage.rows.put(subject, undefined));
  },
  async touch(subject) {
    storage.write(storage.touches.put(subject, { subject, token: storage.writes + 1 }));
  },
  touched: async (most) => storage.touches.all().slice(0, most),
  async settle({ subject, token }) {
    if (storage.touches.get(subject)?.token === token) storage.write(storage.touches.put(subject, undefined));
  },
  madeBefore: async (instant, most) =>
    storage.rows.all().map(({ row }) => row).filter(({ lookedAt }) => lookedAt <= instant).sort((a, b) => (a.lookedAt < b.lookedAt ? -1 : 1)).slice(0, most).map(subjectOf),
});
