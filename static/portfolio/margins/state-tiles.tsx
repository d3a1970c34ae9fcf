import type { ReactNode } from 'react';
import type { MarginState } from '../../../src/domain/margin-guard';
import { MarginLozenge } from '../../margin/margin-lozenge';
import { usePortfolioScreen } from '../portfolio-screen';
import type { StateCount } from './shown-projects';

interface StateTilesProperties {
  readonly counts: readonly StateCount[];
  readonly chosen: MarginState | null;
  readonly onChoose: (state: MarginState | null) => void;
}

/** How many projects stand how; pressing a tile shows those alone, and pressing it again all of them. */
export function StateTiles({ counts, chosen, onChoose }: StateTilesProperties): ReactNode {
  const { t, format } = usePortfolioScreen();
  return (
    <ul className="state-tiles">
      {counts.map(({ state, projects, unanswered }) => (
        <li key={state}>
          <button type="button" className="state-tile" aria-pressed={chosen === state} onClick={() => onChoose(chosen === state ? null : state)}>
            <strong>{format.number(projects)}</strong>
            <MarginLozenge state={state} />
            <span className="small">{unanswered > 0 ? t('margins.unanswered', { count: unanswered }) : ' '}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
