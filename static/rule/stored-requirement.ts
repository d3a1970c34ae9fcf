import * as z from 'zod/mini';
import type { Requirement } from '../../src/domain/gate';

const configuration = z.object({ requirement: z.enum(['goOnly', 'conditionalToo']) });
const context = z.object({ extension: z.object({ validatorConfig: z.optional(z.unknown()) }) });

/**
 * What a rule was configured to need, out of Forge's context ("Jira workflow validator", Forge manifest reference: `extension.validatorConfig`).
 * The page does not say whether it is the text that was saved or what it stands for, so both are read.
 * @returns null where nothing was stored, or nothing that this page wrote.
 */
export function storedRequirement(given: unknown): Requirement | null {
  const parsed = context.safeParse(given);
  if (!parsed.success) return null;
  const stored = parsed.data.extension.validatorConfig;
  const read = configuration.safeParse(typeof stored === 'string' ? fromJson(stored) : stored);
  return read.success ? read.data.requirement : null;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
