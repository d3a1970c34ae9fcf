import { forwardRef, useState, type MouseEvent } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { elementId } from './editing';
import { fieldName } from './field-name';
import { problemText } from './problem-text';

interface ProblemSummaryProperties {
  readonly problems: readonly DraftProblem[];
  readonly draft: Draft;
}

const shortList = 8;

/** Everything that stands in the way of publishing, each leading to its field. */
export const ProblemSummary = forwardRef<HTMLDivElement, ProblemSummaryProperties>(function ProblemSummary({ problems, draft }, ref) {
  const { t } = useProjectScreen();
  const [all, setAll] = useState(false);
  const listed = all ? problems : problems.slice(0, shortList);
  const go = (event: MouseEvent, field: string): void => {
    event.preventDefault();
    const element = document.getElementById(elementId(field));
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  };
  return (
    <div ref={ref} className="problems" role="group" tabIndex={-1} aria-labelledby="problems-title">
      <h2 id="problems-title"><Icon name="error" /> {t('problems.title', { count: problems.length })}</h2>
      <ul>
        {listed.map((problem, place) => (
          <li key={place}>
            <a href={`#${elementId(problem.field)}`} onClick={(event) => go(event, problem.field)}>{fieldName(t, draft, problem.field)}</a>: {problemText(t, problem)}
          </li>
        ))}
      </ul>
      {problems.length > listed.length && <button type="button" className="button button-link" onClick={() => setAll(true)}>{t('problems.all', { count: problems.length })}</button>}
    </div>
  );
});
