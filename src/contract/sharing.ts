import * as z from 'zod/mini';
import { whenFirstUsed } from '../domain/when-first-used';
import { operation } from './operation';
import { nothing } from './values';

const sharing = whenFirstUsed(() => z.strictObject({ revision: z.int().check(z.minimum(0)), sharesMargin: z.boolean() }));

export type SharingView = z.infer<ReturnType<typeof sharing>>;

/** Whether whoever may browse a project may know, from Jira's own filters, how its margin stands. */
export const readSharing = operation({ name: 'settings.readSharing', policy: 'administer', place: 'site', request: nothing, answer: sharing });

/** `conflict` when somebody else changed it meanwhile. Every project follows with the next run. */
export const saveSharing = operation({ name: 'settings.saveSharing', policy: 'administer', place: 'site', request: sharing, answer: sharing });
