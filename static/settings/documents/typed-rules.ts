import { documentRequirements, documentRulesProblem, type DocumentRequirement, type DocumentRule, type DocumentRules, type DocumentRulesProblem } from '../../../src/domain/document-rules';

/** A requirement's rule as it is being typed: phrases one a line. */
export interface TypedRule {
  readonly per: DocumentRule['per'];
  readonly requiredFrom: DocumentRule['requiredFrom'];
  readonly mustBeSigned: boolean;
  readonly validMonths: string;
  readonly phrases: string;
}

export interface TypedRules {
  readonly requirements: Readonly<Record<DocumentRequirement, TypedRule>>;
  readonly draftMarks: string;
  readonly signedMarks: string;
  readonly extensions: string;
}

const typedRule = ({ per, requiredFrom, mustBeSigned, validMonths, phrases }: DocumentRule): TypedRule => ({
  per, requiredFrom, mustBeSigned, validMonths: validMonths === null ? '' : String(validMonths), phrases: phrases.join('\n'),
});

export const typedRules = ({ requirements, draftMarks, signedMarks, extensions }: DocumentRules): TypedRules => ({
  requirements: ofEach((requirement) => typedRule(requirements[requirement])),
  draftMarks: draftMarks.join('\n'),
  signedMarks: signedMarks.join('\n'),
  extensions: extensions.join(', '),
});

const lines = (text: string): readonly string[] => text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '');

const readRule = ({ validMonths, phrases, ...rest }: TypedRule): DocumentRule => ({
  ...rest,
  // What is no number is a month that cannot be, so that the rules say so.
  validMonths: validMonths.trim() === '' ? null : /^[0-9]{1,4}$/.test(validMonths.trim()) ? Number(validMonths.trim()) : 0,
  phrases: lines(phrases),
});

/** Where the first thing that is wrong was typed. */
export type RulesField = DocumentRequirement | 'draftMarks' | 'signedMarks' | 'extensions';
export type RulesToSave = Omit<DocumentRules, 'revision'>;

export function readRules({ requirements, draftMarks, signedMarks, extensions }: TypedRules): { readonly rules: RulesToSave; readonly problems: ReadonlyMap<RulesField, DocumentRulesProblem> } {
  const rules: RulesToSave = {
    requirements: ofEach((requirement) => readRule(requirements[requirement])),
    draftMarks: lines(draftMarks),
    signedMarks: lines(signedMarks),
    extensions: extensions.split(/[\s,;]+/u).map((one) => one.replace(/^\./, '').toLowerCase()).filter((one) => one !== ''),
  };
  const problems = new Map<RulesField, DocumentRulesProblem>();
  const note = (field: RulesField, alone: Partial<RulesToSave>): void => {
    const problem = documentRulesProblem({ ...nothingWrong, ...alone });
    if (problem !== undefined) problems.set(field, problem);
  };
  for (const requirement of documentRequirements) note(requirement, { requirements: { ...nothingWrong.requirements, [requirement]: rules.requirements[requirement] } });
  note('draftMarks', { draftMarks: rules.draftMarks });
  note('signedMarks', { signedMarks: rules.signedMarks });
  note('extensions', { extensions: rules.extensions });
  return { rules, problems };
}

const blank: DocumentRule = { per: 'client', requiredFrom: null, mustBeSigned: false, validMonths: null, phrases: [] };
/** Rules in which one part alone can be wrong. */
const nothingWrong: RulesToSave = { requirements: ofEach(() => blank), draftMarks: [], signedMarks: [], extensions: [] };

function ofEach<Of>(make: (requirement: DocumentRequirement) => Of): Readonly<Record<DocumentRequirement, Of>> {
  return {
    frameworkAgreement: make('frameworkAgreement'), nda: make('nda'), consent: make('consent'), order: make('order'), annex: make('annex'), acceptanceProtocol: make('acceptanceProtocol'),
  };
}
