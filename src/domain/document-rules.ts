import type { DealStage } from './deal';
import { phraseOf } from './document-title';

/** What a client's and a deal's paperwork is made of, in the order in which it is shown. */
export const documentRequirements = ['frameworkAgreement', 'nda', 'consent', 'order', 'annex', 'acceptanceProtocol'] as const;
export type DocumentRequirement = (typeof documentRequirements)[number];

/** Stages from which on a document can be required, in the order in which a deal goes through them. */
export const requiredStages = ['open', 'negotiation', 'internallyWon', 'won'] as const satisfies readonly DealStage[];
export type RequiredStage = (typeof requiredStages)[number];

/** What an administrator sets for one requirement. */
export interface DocumentRule {
  readonly per: 'client' | 'deal';
  /** Null is never by itself: only where an account manager says that it is needed. */
  readonly requiredFrom: RequiredStage | null;
  /** Otherwise any file that is no draft will do. */
  readonly mustBeSigned: boolean;
  /** How long it is valid where nobody has set until when; null is for good. */
  readonly validMonths: number | null;
  /** A title that has one of them is taken for it; `*` at a word's end stands for any ending. */
  readonly phrases: readonly string[];
}

export interface DocumentRules {
  /** 0 while nobody has set anything. */
  readonly revision: number;
  readonly requirements: Readonly<Record<DocumentRequirement, DocumentRule>>;
  /** What marks a title as that of a draft, and as that of something signed. */
  readonly draftMarks: readonly string[];
  readonly signedMarks: readonly string[];
  /** In small letters, without the dot; an empty list is any. */
  readonly extensions: readonly string[];
}

export const documentRuleLimits = { phrases: 40, phrase: 80, extensions: 40, extension: 12, months: 240 } as const;

/**
 * A file is taken for one document alone, the first of these that its title names: what refers to another comes before it, so that
 * an annex to a framework agreement is no framework agreement.
 */
export const documentPrecedence = ['annex', 'acceptanceProtocol', 'consent', 'nda', 'order', 'frameworkAgreement'] as const satisfies readonly DocumentRequirement[];

/** Rules that a Polish software house can begin with: the words of both languages, in the forms in which titles have them. */
export const defaultDocumentRules: DocumentRules = {
  revision: 0,
  requirements: {
    frameworkAgreement: {
      per: 'client', requiredFrom: 'won', mustBeSigned: true, validMonths: null,
      phrases: ['umowa ramowa', 'umowy ramowej', 'umowę ramową', 'umowa o współpracy', 'umowy o współpracy', 'framework agreement', 'cooperation agreement', 'master service agreement', 'master services agreement', 'MSA'],
    },
    nda: {
      per: 'client', requiredFrom: 'negotiation', mustBeSigned: true, validMonths: 36,
      phrases: ['NDA', 'umowa o poufności', 'umowy o poufności', 'zachowaniu poufności', 'zachowania poufności', 'non disclosure agreement', 'confidentiality agreement'],
    },
    consent: { per: 'client', requiredFrom: 'won', mustBeSigned: false, validMonths: 24, phrases: ['zgoda', 'zgody', 'consent', 'consents'] },
    order: {
      per: 'deal', requiredFrom: 'won', mustBeSigned: true, validMonths: null,
      phrases: ['zamówienie', 'zamówienia', 'zlecenie', 'zlecenia', 'umowa wykonawcza', 'statement of work', 'SOW', 'purchase order', 'order form'],
    },
    annex: { per: 'deal', requiredFrom: null, mustBeSigned: true, validMonths: null, phrases: ['aneks', 'aneksu', 'annex', 'amendment', 'addendum'] },
    acceptanceProtocol: {
      per: 'deal', requiredFrom: null, mustBeSigned: true, validMonths: null,
      phrases: ['protokół odbioru', 'protokołu odbioru', 'protokół zdawczo-odbiorczy', 'acceptance protocol', 'acceptance certificate'],
    },
  },
  draftMarks: [
    'draft', 'projekt', 'robocza', 'roboczy', 'robocze', 'szkic', 'wzór', 'do podpisu', 'nie podpisan*', 'niepodpisan*', 'cofnięt*', 'nieaktualn*',
    'template', 'unsigned', 'not signed', 'to be signed', 'for signature', 'revoked',
  ],
  signedMarks: ['podpisan*', 'signed', 'skan', 'scan'],
  extensions: ['pdf', 'doc', 'docx', 'odt', 'rtf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'p7m', 'asice'],
};

export type DocumentRulesProblem = 'emptyPhrase' | 'phraseTooLong' | 'tooManyPhrases' | 'extension' | 'tooManyExtensions' | 'months';

/** What stands in the way of rules, or undefined. */
export function documentRulesProblem({ requirements, draftMarks, signedMarks, extensions }: Omit<DocumentRules, 'revision'>): DocumentRulesProblem | undefined {
  const { phrases: most, phrase: longest, months } = documentRuleLimits;
  const rules = documentRequirements.map((requirement) => requirements[requirement]);
  const lists = [...rules.map(({ phrases }) => phrases), draftMarks, signedMarks];
  if (lists.some(({ length }) => length > most)) return 'tooManyPhrases';
  if (lists.flat().some(({ length }) => length > longest)) return 'phraseTooLong';
  if (lists.flat().some((phrase) => phraseOf(phrase).length === 0)) return 'emptyPhrase';
  if (extensions.length > documentRuleLimits.extensions) return 'tooManyExtensions';
  if (!extensions.every((extension) => /^[a-z0-9]{1,12}$/.test(extension))) return 'extension';
  return rules.every(({ validMonths }) => validMonths === null || (Number.isInteger(validMonths) && validMonths >= 1 && validMonths <= months)) ? undefined : 'months';
}

/** Rules as they are compared and kept: each list without what is in it twice. */
export function tidied({ requirements, draftMarks, signedMarks, extensions, ...rest }: DocumentRules): DocumentRules {
  const once = (list: readonly string[]): readonly string[] => [...new Map(list.map((text) => [phraseOf(text).join(' '), text.trim()])).values()];
  const rule = (requirement: DocumentRequirement): DocumentRule => ({ ...requirements[requirement], phrases: once(requirements[requirement].phrases) });
  return {
    ...rest,
    requirements: {
      frameworkAgreement: rule('frameworkAgreement'), nda: rule('nda'), consent: rule('consent'), order: rule('order'), annex: rule('annex'), acceptanceProtocol: rule('acceptanceProtocol'),
    },
    draftMarks: once(draftMarks),
    signedMarks: once(signedMarks),
    extensions: [...new Set(extensions)],
  };
}
