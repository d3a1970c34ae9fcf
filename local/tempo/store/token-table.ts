import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../../clock';
import type { Database } from '../../database';
import { SCOPE_AREAS, SCOPE_LEVELS, type ApiToken, type Scope } from '../model';

const MS_PER_DAY = 86_400_000;
/** Tempo's longest life of a token. */
export const LONGEST_LIFE_DAYS = 5000;
/** A token's life when none is chosen. */
export const USUAL_LIFE_DAYS = 30;

const scopeSchema = z.templateLiteral([z.enum(SCOPE_AREAS), ':', z.enum(SCOPE_LEVELS)]);

const tokenRow = z.object({
  id: z.number(),
  name: z.string(),
  owner_id: z.string(),
  scopes: z.string(),
  plans_for: z.nullable(z.string()),
  created_at: z.string(),
  expires_at: z.string(),
  revoked: z.number(),
});

function tokenOf(value: unknown): ApiToken {
  const row = tokenRow.parse(value);
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    scopes: z.array(scopeSchema).parse(JSON.parse(row.scopes)),
    plansFor: row.plans_for === null ? undefined : z.array(z.string()).parse(JSON.parse(row.plans_for)),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revoked: row.revoked === 1,
  };
}

export interface NewToken {
  readonly name: string;
  readonly ownerId: string;
  readonly scopes: readonly Scope[];
  readonly plansFor?: readonly string[] | undefined;
  /** 1 to 5000; 30 unless given. */
  readonly lifeDays?: number | undefined;
  /** The secret, where the caller has to know it beforehand; otherwise one is drawn. */
  readonly secret?: string | undefined;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Tokens are kept as hashes: a secret is told once, when it is made. */
export class TokenTable {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  create(request: NewToken): { token: ApiToken; secret: string } {
    const secret = request.secret ?? randomBytes(24).toString('base64url');
    const now = this.clock.now();
    const life = request.lifeDays ?? USUAL_LIFE_DAYS;
    const expiresAt = new Date(now.getTime() + life * MS_PER_DAY).toISOString();
    const plansFor = request.plansFor === undefined ? null : JSON.stringify(request.plansFor);
    const result = this.database
      .prepare(
        `INSERT INTO token (name, hash, owner_id, scopes, plans_for, created_at, expires_at, revoked)
         VALUES (?, ?, ?, ?, ?, ?, ?, 0)`,
      )
      .run(request.name, hashOf(secret), request.ownerId, JSON.stringify(request.scopes), plansFor, now.toISOString(), expiresAt);
    const row: unknown = this.database.prepare('SELECT * FROM token WHERE id = ?').get(Number(result.lastInsertRowid));
    return { token: tokenOf(row), secret };
  }

  /** Makes the token unless one with this secret is known already. */
  ensure(request: NewToken & { readonly secret: string }): void {
    const row: unknown = this.database.prepare('SELECT id FROM token WHERE hash = ?').get(hashOf(request.secret));
    if (row === undefined) this.create(request);
  }

  /** The token of a secret, if it is neither revoked nor expired. */
  findValid(secret: string): ApiToken | undefined {
    const row: unknown = this.database.prepare('SELECT * FROM token WHERE hash = ?').get(hashOf(secret));
    if (row === undefined) return undefined;
    const token = tokenOf(row);
    const expired = token.expiresAt <= this.clock.now().toISOString();
    return token.revoked || expired ? undefined : token;
  }

  all(): ApiToken[] {
    return this.database.prepare('SELECT * FROM token ORDER BY id').all().map(tokenOf);
  }

  revoke(id: number): boolean {
    return this.database.prepare('UPDATE token SET revoked = 1 WHERE id = ?').run(id).changes > 0;
  }
}
