declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Numeric id of a Jira project, as a string. */
export type ProjectId = Branded<'ProjectId'>;
/** Numeric id of a Jira issue, as a string. */
export type IssueId = Branded<'IssueId'>;
/** Numeric id of a version of a Jira project, as a string. */
export type VersionId = Branded<'VersionId'>;
/** Atlassian account id. */
export type AccountId = Branded<'AccountId'>;
/** Salesforce Opportunity id, always in its 18-character form. */
export type DealId = Branded<'DealId'>;
/** Salesforce Account id, always in its 18-character form. */
export type ClientId = Branded<'ClientId'>;
/** Salesforce Contact id, always in its 18-character form. */
export type ContactId = Branded<'ContactId'>;
/** Salesforce OpportunityContactRole id, always in its 18-character form. */
export type ContactRoleId = Branded<'ContactRoleId'>;
/** Salesforce ContentDocument id, always in its 18-character form: a file, whatever its version. */
export type FileId = Branded<'FileId'>;
/** Salesforce ContentVersion id, always in its 18-character form: one version of a file. */
export type FileVersionId = Branded<'FileVersionId'>;
/** Salesforce organisation id, always in its 18-character form. */
export type OrganisationId = Branded<'OrganisationId'>;
/** Tempo's id of a plan, as a string. */
export type PlanId = Branded<'PlanId'>;
/** Financial Manager's id of its project, a UUID in small letters. */
export type CostProjectId = Branded<'CostProjectId'>;
/** Id of a staffing line, kept through every version of the guidelines. */
export type LineId = Branded<'LineId'>;
/** Id of a gate review. */
export type ReviewId = Branded<'ReviewId'>;
/** What marks a Tempo plan as ours: see `tagOf`. */
export type Tag = Branded<'Tag'>;

const numeric = /^[1-9][0-9]{0,18}$/;
const accountId = /^[0-9a-zA-Z][0-9a-zA-Z:_-]{0,127}$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const shortId = /^[a-z0-9]{4,32}$/;
const tag = /^\[opiekun:006[0-9A-Za-z]{15}:[a-z0-9]{4,32}\]$/;

export const isProjectId = (text: string): text is ProjectId => numeric.test(text);
export const isIssueId = (text: string): text is IssueId => numeric.test(text);
export const isVersionId = (text: string): text is VersionId => numeric.test(text);
export const isAccountId = (text: string): text is AccountId => accountId.test(text);
export const isPlanId = (text: string): text is PlanId => numeric.test(text);
export const isCostProjectId = (text: string): text is CostProjectId => uuid.test(text);
export const isLineId = (text: string): text is LineId => shortId.test(text);
export const isReviewId = (text: string): text is ReviewId => shortId.test(text);
export const isTag = (text: string): text is Tag => tag.test(text);

const salesforceId = /^[0-9A-Za-z]{15}(?:[0-9A-Z]{3})?$/;
const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character, case-safe form of a Salesforce id.
 * The last three characters say which of the first fifteen are capitals.
 * @returns undefined when the text is no Salesforce id.
 */
function longForm(text: string): string | undefined {
  if (!salesforceId.test(text)) return undefined;
  const id = text.slice(0, 15);
  let suffix = '';
  for (let block = 0; block < 3; block += 1) {
    let capitals = 0;
    for (let place = 0; place < 5; place += 1) {
      if (/[A-Z]/.test(id.charAt(block * 5 + place))) capitals |= 1 << place;
    }
    suffix += checksumAlphabet.charAt(capitals);
  }
  return text.length === 18 && text.slice(15) !== suffix ? undefined : id + suffix;
}

const isLongForm = (text: string, prefix: string): boolean =>
  text.length === 18 && text.startsWith(prefix) && longForm(text) === text;

export const isDealId = (text: string): text is DealId => isLongForm(text, '006');
export const isClientId = (text: string): text is ClientId => isLongForm(text, '001');
export const isContactId = (text: string): text is ContactId => isLongForm(text, '003');
export const isContactRoleId = (text: string): text is ContactRoleId => isLongForm(text, '00K');
export const isFileId = (text: string): text is FileId => isLongForm(text, '069');
export const isFileVersionId = (text: string): text is FileVersionId => isLongForm(text, '068');
export const isOrganisationId = (text: string): text is OrganisationId => isLongForm(text, '00D');

/** A record of Salesforce that queries are made with. */
export type RecordId = ClientId | ContactId | ContactRoleId | DealId | FileId | FileVersionId;
export const isRecordId = (text: string): text is RecordId => text.length === 18 && longForm(text) === text;

function parseLongForm<Id extends string>(text: string, isOfKind: (id: string) => id is Id): Id | undefined {
  const id = longForm(text);
  return id !== undefined && isOfKind(id) ? id : undefined;
}

/** Reads a deal id in either of Salesforce's two forms. */
export const parseDealId = (text: string): DealId | undefined => parseLongForm(text, isDealId);

/** Reads a client id in either of Salesforce's two forms. */
export const parseClientId = (text: string): ClientId | undefined => parseLongForm(text, isClientId);

/** Reads a contact id in either of Salesforce's two forms. */
export const parseContactId = (text: string): ContactId | undefined => parseLongForm(text, isContactId);

/** Reads the id of a contact's role in a deal in either of Salesforce's two forms. */
export const parseContactRoleId = (text: string): ContactRoleId | undefined => parseLongForm(text, isContactRoleId);

/** Reads a file's id in either of Salesforce's two forms. */
export const parseFileId = (text: string): FileId | undefined => parseLongForm(text, isFileId);

/** Reads the id of a file's version in either of Salesforce's two forms. */
export const parseFileVersionId = (text: string): FileVersionId | undefined => parseLongForm(text, isFileVersionId);

/** Reads an organisation id in either of Salesforce's two forms. */
export const parseOrganisationId = (text: string): OrganisationId | undefined => parseLongForm(text, isOrganisationId);
