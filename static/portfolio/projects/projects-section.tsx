import { useState, type ReactNode } from 'react';
import { everyProject, type ProjectView } from '../../../src/domain/attention/project-view';
import { ErrorNote } from '../../shared/error-note';
import { Waiting } from '../../shared/waiting';
import { useTodayScreen } from '../today/today-screen';
import { ProjectFilters } from './project-filters';
import { ProjectTable } from './project-table';
import { SavedViewsLine } from './saved-views';
import { shownProjects } from './shown-projects';
import { useProjects } from './use-projects';
import './projects.css';

/** More rows than these are shown when they are asked for. */
const atOnce = 50;

/** Every project that the reader may see: stage, guidelines, gate, margin, schedule, documents and contact at a glance. */
export function ProjectsSection(): ReactNode {
  const { t } = useTodayScreen();
  const { today, projects, isReading, error, readAgain } = useProjects();
  const [view, setView] = useState<ProjectView>(everyProject);
  const [most, setMost] = useState(atOnce);
  const want = (next: ProjectView): void => {
    setView(next);
    setMost(atOnce);
  };
  const shown = shownProjects(projects, view);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('projects.title')}</h1>
          <p className="subtle">{t('projects.about')}</p>
        </div>
        <button type="button" className="button" onClick={readAgain}>{t('today.again')}</button>
      </header>
      {error !== null && <ErrorNote error={error} onRetry={readAgain} />}
      {error !== null && projects.length > 0 && <p className="problem-line">{t('projects.incomplete')}</p>}
      {today === undefined ? (
        isReading && <Waiting />
      ) : projects.length === 0 && !isReading ? (
        <div className="empty">
          <h2>{t('projects.none.title')}</h2>
          <p>{t('projects.none.body')}</p>
        </div>
      ) : (
        <>
          <ProjectFilters projects={projects} view={view} onView={want} />
          <SavedViewsLine view={view} onView={want} />
          <p className="small" role="status">{t('projects.count', { count: shown.length })}{isReading && <> · {t('projects.loading', { count: projects.length })}</>}</p>
          {shown.length === 0 ? <p className="empty-line">{t('projects.noneShown')}</p> : <ProjectTable projects={shown.slice(0, most)} today={today} />}
          {shown.length > most && <button type="button" className="button more" onClick={() => setMost(most + atOnce)}>{t('projects.more', { count: shown.length - most })}</button>}
        </>
      )}
    </>
  );
}
