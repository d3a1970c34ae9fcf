import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Database } from '../../database';

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Access tokens: good until left unused for the session's life, or revoked. Only their hashes are kept. */
export class Sessions {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly orgId: string) {}

  /** @returns the access token, in the shape Salesforce gives them: the org id, "!", and a secret part. */
  open(lifeMinutes: number): string {
    const token = `${this.orgId.slice(0, 15)}!${randomBytes(48).toString('base64url')}`;
    this.database.prepare('INSERT INTO sf_session (token_hash, life_minutes, expires_at) VALUES (?, ?, ?)').run(hash(token), lifeMinutes, this.after(lifeMinutes));
    this.database.prepare('DELETE FROM sf_session WHERE expires_at < ?').run(this.clock.now().toISOString());
    return token;
  }

  /** Whether the token is good; using one in the second half of its life prolongs it. */
  use(token: string): boolean {
    const row = this.database.prepare('SELECT life_minutes, expires_at FROM sf_session WHERE token_hash = ?').get(hash(token));
    const now = this.clock.now().toISOString();
    if (!row || String(row['expires_at']) <= now) return false;
    const life = Number(row['life_minutes']);
    if (this.after(life / 2) > String(row['expires_at'])) {
      this.database.prepare('UPDATE sf_session SET expires_at = ? WHERE token_hash = ?').run(this.after(life), hash(token));
    }
    return true;
  }

  /** @returns whether there was such a session. */
  revoke(token: string): boolean {
    return Number(this.database.prepare('DELETE FROM sf_session WHERE token_hash = ?').run(hash(token)).changes) > 0;
  }

  expireAll(): void {
    this.database.prepare('DELETE FROM sf_session').run();
  }

  private after(minutes: number): string {
    return new Date(this.clock.now().getTime() + minutes * 60_000).toISOString();
  }
}
