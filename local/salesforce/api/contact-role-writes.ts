import type { Context } from 'hono';
import { OBJECT_FACTS } from '../describe/object-facts';
import { KEY_PREFIX } from '../record-ids';
import { STANDARD_CONTACT_ROLES } from '../store/contact-roles';
import type { ContactRole } from '../store/contact-roles';
import type { SalesforceStore } from '../store/store';
import { checkReference } from './references';
import { WriteError } from './write-error';
import { badPicklistValue, WrittenFields } from './written-fields';

const OBJECT = 'OpportunityContactRole';
const FIELDS = OBJECT_FACTS.get(OBJECT)?.fields ?? [];

/** Creates, updates and deletes contact roles on deals (Object Reference, "OpportunityContactRole"; REST API Developer Guide, "sObject Rows"). */
export class ContactRoleWrites {
  constructor(private readonly store: SalesforceStore) {}

  /** @returns the new record's id. @throws WriteError */
  async create(context: Context): Promise<string> {
    const fields = await WrittenFields.read(context, OBJECT, FIELDS, 'create');
    fields.require('OpportunityId', 'ContactId');
    const opportunityId = fields.text('OpportunityId') ?? '';
    checkReference('OpportunityId', opportunityId, KEY_PREFIX.opportunity, this.store.opportunities.find(opportunityId));
    this.checkAccess();
    const contactId = this.checkedContact(fields.text('ContactId') ?? '');
    return this.store.contactRoles.create({ opportunityId, contactId, role: this.checkedRole(fields), primary: fields.flag('IsPrimary') ?? false }).id;
  }

  /** @throws WriteError */
  async update(context: Context, id: string): Promise<void> {
    const fields = await WrittenFields.read(context, OBJECT, FIELDS, 'update');
    const before = this.existing(id);
    this.checkAccess();
    fields.refuseEmpty('ContactId');
    const contactId = fields.text('ContactId');
    const primary = fields.flag('IsPrimary');
    this.store.contactRoles.change(id, {
      ...(contactId === undefined || contactId === before.contactId ? {} : { contactId: this.checkedContact(contactId) }),
      ...(fields.has('Role') ? { role: this.checkedRole(fields) } : {}),
      ...(primary === undefined ? {} : { primary }),
    });
  }

  /** @throws WriteError */
  remove(id: string): void {
    this.existing(id);
    this.checkAccess();
    this.store.contactRoles.delete(id);
  }

  private existing(id: string): ContactRole {
    const role = this.store.contactRoles.find(id);
    if (!role) throw new WriteError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [], 404);
    if (this.store.opportunities.find(role.opportunityId)?.deleted !== false) throw new WriteError('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
    return role;
  }

  /** Access to a role is access to its deal; access to the contact does not count. */
  private checkAccess(): void {
    if (!this.store.features.read().editableDeals) {
      throw new WriteError('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', []);
    }
  }

  private checkedContact(id: string): string {
    checkReference('ContactId', id, KEY_PREFIX.contact, this.store.contacts.find(id));
    return id;
  }

  private checkedRole(fields: WrittenFields): string | undefined {
    const role = fields.text('Role');
    if (role !== undefined && this.store.features.read().restrictedRoles && !STANDARD_CONTACT_ROLES.some((one) => one === role)) {
      throw badPicklistValue({ name: 'Role', label: 'Role' }, role);
    }
    return role;
  }
}
