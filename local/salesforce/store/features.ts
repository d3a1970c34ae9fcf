import type { ObjectName } from '../soql/objects';
import type { Settings } from './settings';

/** Off: the integration user does not see them at all; readOnly: it sees them and may make none. */
export type FileAccess = 'on' | 'readOnly' | 'off';

/** What this org has and lets the integration user do; a new org has and allows all of it. */
export interface OrgFeatures {
  readonly contactRoles: boolean;
  readonly files: FileAccess;
  /** Whether the integration user may change deals, and with them what hangs on a deal. */
  readonly editableDeals: boolean;
  /** Whether the administrator restricted Role to its values; as delivered any text is taken (Object Reference, "OpportunityContactRole"). */
  readonly restrictedRoles: boolean;
}

/** The org's features, kept among its settings. */
export class Features {
  constructor(private readonly settings: Settings) {}

  read(): OrgFeatures {
    const files = this.settings.read('feature.files');
    return {
      contactRoles: this.settings.read('feature.contactRoles') !== 'off',
      files: files === 'off' || files === 'readOnly' ? files : 'on',
      editableDeals: this.settings.read('feature.editableDeals') !== 'off',
      restrictedRoles: this.settings.read('feature.restrictedRoles') === 'on',
    };
  }

  set(features: Partial<OrgFeatures>): void {
    for (const [name, value] of Object.entries({ ...this.read(), ...features })) {
      this.settings.write(`feature.${name}`, typeof value === 'boolean' ? (value ? 'on' : 'off') : value);
    }
  }

  /** The objects that the API does not know, for want of a feature. */
  hiddenObjects(): ReadonlySet<ObjectName> {
    const { contactRoles, files } = this.read();
    return new Set<ObjectName>([
      ...(contactRoles ? [] : ['OpportunityContactRole'] as const),
      ...(files === 'off' ? ['ContentVersion', 'ContentDocument', 'ContentDocumentLink'] as const : []),
    ]);
  }
}
