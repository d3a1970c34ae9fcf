import type { Database } from '../database';
import { transaction } from '../database';
import type { EventOutbox } from './event-outbox';
import { countOf } from './rows';
import * as z from 'zod/mini';

const linkRow = z.object({ id: z.string(), blockerId: z.string(), blockedId: z.string() });

export interface StoredLink {
  readonly id: string;
  readonly blockerId: string;
  readonly blockedId: string;
}

/** The one type of link that the stand-in has; Jira begins with it. */
export const blocksType = { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' } as const;

/** Links between issues. Each change is recorded as the product event Jira would send. */
export class IssueLinkStore {
  constructor(
    private readonly database: Database,
    private readonly events: EventOutbox,
  ) {}

  find(id: string): StoredLink | undefined {
    const row = this.database.prepare('SELECT id, blockerId, blockedId FROM issue_link WHERE id = ?').get(id);
    return row === undefined ? undefined : z.parse(linkRow, row);
  }

  /** The same link twice stays one, as in Jira. */
  add(blockerId: string, blockedId: string): void {
    transaction(this.database, () => {
      if (this.database.prepare('SELECT 1 FROM issue_link WHERE blockerId = ? AND blockedId = ?').get(blockerId, blockedId) !== undefined) return;
      const id = String(countOf(this.database.prepare('SELECT ifnull(max(CAST(id AS INTEGER)), 10000) + 1 AS count FROM issue_link').get()));
      this.database.prepare('INSERT INTO issue_link (id, blockerId, blockedId) VALUES (?, ?, ?)').run(id, blockerId, blockedId);
      this.tell('avi:jira:created:issuelink', { id, blockerId, blockedId });
    });
    void this.events.deliver();
  }

  remove(link: StoredLink): void {
    transaction(this.database, () => {
      this.database.prepare('DELETE FROM issue_link WHERE id = ?').run(link.id);
      this.tell('avi:jira:deleted:issuelink', link);
    });
    void this.events.deliver();
  }

  /** Forge documentation, Jira events, "Issue link events". */
  private tell(name: string, { id, blockerId, blockedId }: StoredLink): void {
    this.events.record(name, {
      eventType: name,
      id: Number(id),
      sourceIssueId: Number(blockerId),
      destinationIssueId: Number(blockedId),
      issueLinkType: { id: Number(blocksType.id), name: blocksType.name, outward: blocksType.outward, inward: blocksType.inward, isSubTaskLinkType: false, isSystemLinkType: false },
    });
  }
}
