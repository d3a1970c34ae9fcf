import * as z from 'zod/mini';
import type { AdfNode } from './model';

const adfNode: z.ZodMiniType<AdfNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    text: z.optional(z.string()),
    content: z.optional(z.array(adfNode)),
  }),
);

/** A whole document: the outermost node is `doc`, version 1. */
export const adfDocument = adfNode.check(z.refine((node) => node.type === 'doc' && node['version'] === 1));
