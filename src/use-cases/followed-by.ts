import type { World } from '../ports/world';

/** What is done behind changes, and under which name its failing stands in the log. */
interface Following {
  readonly world: Pick<World, 'log' | 'ids'>;
  readonly failed: string;
}

/**
 * Makes changes of a port that have something done behind them. What was changed was changed: what fails behind it is logged and no
 * more, and whoever lays this over the world sees to a second chance.
 */
export const followedBy = ({ world: { log, ids }, failed }: Following) =>
  <Given extends readonly unknown[]>(change: (...given: Given) => Promise<void>, behind: (...given: Given) => Promise<void>) =>
    async (...given: Given): Promise<void> => {
      await change(...given);
      try {
        await behind(...given);
      } catch (error) {
        log.error(failed, ids.next(), error);
      }
    };
