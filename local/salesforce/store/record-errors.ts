/** A record that is asked for and is not there. */
export class NoSuchRecordError extends Error {
  constructor(what: string) {
    super(`There is no ${what}.`);
    this.name = 'NoSuchRecordError';
  }
}

/** A change that the org's rules refuse; `field` is named as in Salesforce. */
export class RecordRuleError extends Error {
  constructor(readonly field: string, message: string) {
    super(message);
    this.name = 'RecordRuleError';
  }
}
