import type { Margin } from './margin';
import type { Currency, Money } from './money';
import type { Language } from './person';
import type { Cut, Known, ReportDeal, ReportDocument, ReportFacts, ReportProject, ReportWords } from './report-facts';
import { reportDay, reportMoney, reportMonth, reportPercent } from './report-format';
import { reportWords, type ReportWording } from './report-words';
import { totalOf, type Total } from './total';
import { oneLine, typedLines } from './typed-text';

interface Written {
  readonly facts: ReportFacts;
  readonly words: ReportWords;
  readonly language: Language;
}

/** The report as plain text with Markdown's headings and lists. The same facts, words and language give the same text, to the byte. */
export function reportText({ facts, words, language }: Written): string {
  const w = reportWords[language];
  const day = (of: Parameters<typeof reportDay>[0]): string => reportDay(of, language);
  const money = (sum: Total, currency: Currency): string => reportMoney(sum, currency, language);
  const sections = [
    [`# ${w.title(facts.client, reportMonth(facts.month, language))}`, [w.asOf(day(facts.asOf)), ...(facts.manager === null ? [] : [w.by(facts.manager)])].join(' · ')],
    [
      `## ${w.relation}`,
      ...typedLines(words.relation),
      ...known(facts.relation, w, ({ entries, openNeeds }) => [
        ...(entries.items.length === 0 ? [w.noEntries] : listed(entries, w, ({ on, kind, text }) => `${day(on)}, ${w.entry[kind]}: ${text}`)),
        ...(openNeeds === 0 ? [] : [w.openNeeds(openNeeds)]),
      ]),
    ],
    [`## ${w.deals}`, ...(facts.deals.items.length === 0 ? [w.noDeals] : listed(facts.deals, w, (deal) => dealLine(deal, w, language)))],
    [`## ${w.projects}`, ...(facts.projects.items.length === 0 ? [w.noProjects] : listed(facts.projects, w, (project) => projectLines(project, w, language)))],
    [`## ${w.gates}`, ...(facts.gates.items.length === 0 ? [w.noGates] : listed(facts.gates, w, ({ on, project, deliverable, verdict }) => `${day(on)}, ${project}, ${deliverable}: ${w.verdict[verdict]}`))],
    [
      `## ${w.changes}`,
      ...known(facts.changes, w, ({ decided, open }) => [
        ...(decided.items.length === 0 ? [w.noChanges] : listed(decided, w, ({ on, project, title, outcome, budget, hours }) =>
          [`${day(on)}, ${project}, ${title}: ${w.outcome[outcome]}`, ...(budget === null ? [] : [money(budget.amount, budget.currency)]), ...(hours === 0 ? [] : [w.hours(hours)])].join(', '))),
        ...(open === 0 ? [] : [w.openChanges(open)]),
      ]),
    ],
    [
      `## ${w.documents}`,
      ...known(facts.documents, w, ({ percent, missing, renewals }) => [
        w.complete(percent),
        ...(missing.length === 0 ? [] : [`${w.missing}: ${missing.map((one) => documentName(one, w)).join(', ')}`]),
        ...renewals.map((one) => `- ${w.expires(documentName(one, w), day(one.until))}`),
      ]),
    ],
    [`## ${w.contacts}`, ...known(facts.contacts, w, ({ gaps, noDecisionMaker }) => [gaps === 0 ? w.noGaps : w.gaps(gaps), ...(noDecisionMaker ? [w.noDecisionMaker] : [])])],
    [
      `## ${w.payments}`,
      ...(facts.overdue.items.length === 0 ? [w.noOverdue] : listed(facts.overdue, w, ({ project, kind, number, amount, currency, dueOn }) => `${project}, ${w.invoice[kind]} ${number}: ${money(amount, currency)}, ${w.wasDue(day(dueOn))}`)),
    ],
    ...own(w.risks, words.risks),
    ...own(w.nextSteps, words.nextSteps),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`.normalize('NFC');
}

function known<Value>(part: Known<Value>, w: ReportWording, write: (value: Value) => readonly string[]): readonly string[] {
  return part.kind === 'known' ? write(part.value) : [w.notKnown[part.because]];
}

const listed = <Item>({ items, leftOut }: Cut<Item>, w: ReportWording, write: (item: Item) => string): readonly string[] => [
  ...items.map((item) => `- ${write(item)}`),
  ...(leftOut === 0 ? [] : [w.leftOut(leftOut)]),
];

const own = (title: string, text: string): readonly (readonly string[])[] => (text.trim() === '' ? [] : [[`## ${title}`, ...typedLines(text)]]);

const documentName = ({ requirement, deal }: ReportDocument, w: ReportWording): string => (deal === null ? w.document[requirement] : `${w.document[requirement]} (${deal})`);

function dealLine({ name, stage, stageName, amount, closeDate, entered }: ReportDeal, w: ReportWording, language: Language): string {
  const named = (of: Pick<ReportDeal, 'stage' | 'stageName'>): string => (of.stage === null ? of.stageName : w.stage[of.stage]);
  const facts = [named({ stage, stageName }), amount === null ? w.noAmount : moneyOf(amount, language), ...(closeDate === null ? [] : [w.closes(reportDay(closeDate, language))])];
  return [`${name}: ${facts.join(', ')}`, ...entered.map((one) => w.entered(reportDay(one.on, language), named(one)))].join('; ');
}

const moneyOf = ({ amount, currency }: Money, language: Language): string => reportMoney(totalOf(amount), currency, language);

function projectLines({ key, name, budget, currency, revenue, cost, state, toDate, atCompletion, target, plan, published }: ReportProject, w: ReportWording, language: Language): string {
  const sum = (of: Total | null): string => (of === null || currency === null ? w.unknown : reportMoney(of, currency, language));
  const margin = (of: Margin | null): string => (of?.kind === 'known' ? reportPercent(of.basisPoints, language) : w.unknown);
  return [
    `${name} (${key}): ${w.state[state]}`,
    `  ${w.budget} ${budget === null ? w.unknown : moneyOf(budget, language)}, ${w.revenue} ${sum(revenue)}, ${w.cost} ${sum(cost)}`,
    `  ${w.toDate} ${margin(toDate)}, ${w.atCompletion} ${margin(atCompletion)}, ${w.target} ${target} %`,
    ...(plan === null ? [] : [`  ${plan === '' ? w.noPlan : `${w.plan}: ${plan}`}`]),
    ...published.map(({ version, on }) => `  ${w.published(version, reportDay(on, language))}`),
  ].join('\n');
}

/** Salesforce takes a file's title of 255 characters. */
const longestTitle = 255;

/** The file's title, which is the same for every version of the report. */
export function reportTitle({ month, client }: Pick<ReportFacts, 'month' | 'client'>, language: Language): string {
  const title = oneLine(`${month} ${reportWords[language].title(client, reportMonth(month, language))}`);
  // Half of a surrogate pair is no character.
  return title.slice(0, longestTitle).replace(/[\ud800-\udbff]$/, '').trim();
}

/** A file name of letters that every system takes. */
export const reportFileName = ({ month }: Pick<ReportFacts, 'month'>, language: Language): string => `${month}-${reportWords[language].file}.txt`;
