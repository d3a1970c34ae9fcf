import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Clock } from '../clock';
import type { ResolverContext } from './context';

const LIFE_MS = 12 * 60 * 60 * 1000;

const claims = z.object({
  moduleKey: z.string(),
  accountId: z.string(),
  expiresAt: z.number(),
  context: z.object({
    accountId: z.string(),
    cloudId: z.string(),
    siteUrl: z.string(),
    localId: z.string(),
    environmentId: z.string(),
    environmentType: z.string(),
    moduleKey: z.string(),
    locale: z.string(),
    timezone: z.string(),
    theme: z.record(z.string(), z.unknown()),
    extension: z.looseObject({
      type: z.string(),
      project: z.exactOptional(z.object({ id: z.string(), key: z.string(), type: z.string() })),
      issue: z.exactOptional(z.object({ id: z.string(), key: z.string(), type: z.string(), typeId: z.string() })),
    }),
  }),
});

export type FrameClaims = z.infer<typeof claims>;

export class FrameTokenError extends Error {
  constructor(readonly reason: 'malformed' | 'forged' | 'expired') {
    super(reason === 'expired' ? 'The frame has expired. Load the page again.' : 'The frame token is not valid.');
    this.name = 'FrameTokenError';
  }
}

/**
 * Signs what a frame is: its module, its person and its context, so that no screen can claim another.
 * Tokens live twelve hours.
 */
export class FrameTokens {
  constructor(
    private readonly secret: string,
    private readonly clock: Clock,
  ) {}

  issue(context: ResolverContext): string {
    const body = {
      moduleKey: context.moduleKey,
      accountId: context.accountId,
      expiresAt: this.clock.now().getTime() + LIFE_MS,
      context,
    };
    const text = Buffer.from(JSON.stringify(body)).toString('base64url');
    return `${text}.${this.sign(text).toString('base64url')}`;
  }

  /** @throws FrameTokenError */
  verify(token: string): FrameClaims {
    const [text, signature, ...rest] = token.split('.');
    if (text === undefined || signature === undefined || rest.length > 0) throw new FrameTokenError('malformed');
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(text);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new FrameTokenError('forged');
    const parsed = claims.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (parsed.expiresAt <= this.clock.now().getTime()) throw new FrameTokenError('expired');
    return parsed;
  }

  private sign(text: string): Buffer {
    return createHmac('sha256', this.secret).update(text).digest();
  }
}

/** The site's signing secret, made at the first start and kept, so that frames outlive a restart. */
export function frameSecret(settings: { get(key: string): string | undefined; set(key: string, value: string): void }): string {
  const kept = settings.get('frame-secret');
  if (kept !== undefined) return kept;
  const made = randomBytes(32).toString('base64url');
  settings.set('frame-secret', made);
  return made;
}
