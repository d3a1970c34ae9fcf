import type { ClientId } from '../../domain/ids';
import { lastDayOf, type Month } from '../../domain/month';
import { isInMonth } from '../../domain/month-report';
import type { PlainDate } from '../../domain/plain-date';
import { newestFirst, scoreText, type RelationFact } from '../../domain/relation';
import { cut, factText, type Known, type ReportRelation } from '../../domain/report-facts';
import type { World } from '../../ports/world';
import { keptEntries } from './kept-relation';

/** What a report says of the relation: the month's entries, the oldest first, and what waited for an answer at its end. */
export async function relationFacts(world: Pick<World, 'relation'>, clientId: ClientId, month: Month, today: PlainDate): Promise<Known<ReportRelation>> {
  const facts = newestFirst((await keptEntries(world, clientId)).map(({ content }) => content)).map(({ fact }) => fact).reverse();
  const end = today < lastDayOf(month) ? today : lastDayOf(month);
  const isOpenThen = (fact: RelationFact): boolean => fact.kind === 'need' && fact.on <= end && (fact.answer === null || fact.answer.on > end);
  return {
    kind: 'known',
    value: {
      entries: cut(facts.filter(({ on }) => isInMonth(on, month)).map((fact) => ({ on: fact.on, kind: fact.kind, text: factText(wordsOf(fact)) }))),
      openNeeds: facts.filter(isOpenThen).length,
    },
  };
}

/** In no language, for the report has its own. */
function wordsOf(fact: RelationFact): string {
  switch (fact.kind) {
    case 'satisfaction':
      return [scoreText(fact.score), fact.text].filter((part) => part !== '').join(' – ');
    case 'reference':
      return [fact.text, fact.place].filter((part) => part !== '').join(' – ');
    case 'need':
      return fact.answer === null ? fact.text : `${fact.text} → ${fact.answer.text}`;
    default:
      return fact.text;
  }
}
