import { filterJql, filterWord, filterWords, mostFound, type FilterAnswer, type FilterClause } from '../../domain/gate-filter';
import { describeFilterError } from '../../domain/wording';
import type { World } from '../../ports/world';

/** What `issue in deliveryGate("…")` means now. It rests on the app's own records, so that nobody can make it lie by editing an issue. */
export async function answerFilter({ gate, settings }: Pick<World, 'gate' | 'settings'>, clause: FilterClause): Promise<FilterAnswer> {
  const [text = '', ...more] = clause.arguments;
  const word = more.length === 0 ? filterWord(text) : undefined;
  if (word === undefined) return { error: describeFilterError(filterWords, (await settings.company()).language) };
  return { jql: filterJql(await gate.told(word, mostFound), clause.isNegated) };
}

/**
 * Jira keeps the answer of a function until it is told another, so each change of a gate tells it.
 * That it could not be told takes nothing back: the hourly look tells it again.
 */
export async function refreshFilters(world: Pick<World, 'gate' | 'settings' | 'filters' | 'log' | 'ids'>): Promise<void> {
  const { filters, log, ids } = world;
  try {
    const kept = await filters.kept();
    const answers = await Promise.all(kept.map(async (one) => ({ id: one.id, kept: one.kept, answer: await answerFilter(world, one.clause) })));
    const changed = answers.filter(({ answer, kept: before }) => textOf(answer) !== textOf(before));
    if (changed.length > 0) await filters.keep(changed.map(({ id, answer }) => ({ id, answer })));
  } catch (error) {
    log.error('gate.untold', ids.next(), error);
  }
}

const textOf = (answer: FilterAnswer): string => ('jql' in answer ? `jql ${answer.jql}` : `error ${answer.error}`);
