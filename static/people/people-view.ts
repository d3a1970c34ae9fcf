import type * as z from 'zod/mini';
import type { previewWriteBack, readClientPeople, readContacts, writeBack } from '../../src/contract/contacts';

export type ContactsView = z.infer<typeof readContacts.answer>;
export type Contact = ContactsView['contacts'][number];
export type ContactGap = ContactsView['gaps'][number];
export type WriteBackPreview = z.infer<typeof previewWriteBack.answer>;
export type WriteBackStep = WriteBackPreview['steps'][number]['step'];
export type WrittenBack = z.infer<typeof writeBack.answer>;
export type ClientPeopleView = z.infer<typeof readClientPeople.answer>;
