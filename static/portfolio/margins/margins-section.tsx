import { useId, useState, type ReactNode } from 'react';
import type { ProjectLine } from '../portfolio-view';
import { usePortfolioScreen } from '../portfolio-screen';
import { ProjectCard } from './project-card';
import { countStates, shownProjects, type Wanted } from './shown-projects';
import { StateTiles } from './state-tiles';

/** More cards than these are shown when they are asked for. */
const atOnce = 30;

/** Every project's margin, the most urgent first: which threaten the target, why, and what is done about it. */
export function MarginsSection({ projects, onLookAgain }: { readonly projects: readonly ProjectLine[]; readonly onLookAgain: () => void }): ReactNode {
  const { t } = usePortfolioScreen();
  const [wanted, setWanted] = useState<Wanted>({ state: null, mineOnly: false, text: '' });
  const [most, setMost] = useState(atOnce);
  const id = useId();
  const want = (change: Partial<Wanted>): void => {
    setWanted({ ...wanted, ...change });
    setMost(atOnce);
  };
  const shown = shownProjects(projects, wanted);
  const isMixed = projects.some(({ isMine }) => isMine) && projects.some(({ isMine }) => !isMine);
  const inReach = wanted.mineOnly ? projects.filter(({ isMine }) => isMine) : projects;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('margins.title')}</h1>
          <p className="subtle">{t('margins.about')}</p>
        </div>
        <button type="button" className="button" onClick={onLookAgain}>{t('margins.again')}</button>
      </header>
      {projects.length === 0 ? (
        <div className="empty">
          <h2>{t('margins.none.title')}</h2>
          <p>{t('margins.none.body')}</p>
        </div>
      ) : (
        <>
          <StateTiles counts={countStates(inReach)} chosen={wanted.state} onChoose={(state) => want({ state })} />
          <div className="filters">
            <div className="field">
              <label htmlFor={`${id}-text`}>{t('margins.find')}</label>
              <input id={`${id}-text`} className="input" type="search" value={wanted.text} onChange={(event) => want({ text: event.target.value })} />
            </div>
            {isMixed && (
              <label className="mine" htmlFor={`${id}-mine`}>
                <input id={`${id}-mine`} type="checkbox" checked={wanted.mineOnly} onChange={(event) => want({ mineOnly: event.target.checked })} />
                {t('margins.mine')}
              </label>
            )}
            <p className="small" role="status">{t('margins.count', { count: shown.length })}</p>
          </div>
          {shown.length === 0 ? (
            <p className="empty-line">{t('margins.noneShown')}</p>
          ) : (
            <ol className="cards">
              {shown.slice(0, most).map((line) => <ProjectCard key={line.projectId} line={line} />)}
            </ol>
          )}
          {shown.length > most && <button type="button" className="button more" onClick={() => setMost(most + atOnce)}>{t('margins.more', { count: shown.length - most })}</button>}
        </>
      )}
    </>
  );
}
