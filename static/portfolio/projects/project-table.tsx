import type { ReactNode } from 'react';
import type { PlainDate } from '../../../src/domain/plain-date';
import { MarginLozenge } from '../../margin/margin-lozenge';
import { Lozenge, StageLozenge } from '../../shared/lozenge';
import { ProjectLink } from '../margins/project-link';
import { useTodayScreen, type ProjectLine, type TodayKey } from '../today/today-screen';
import { ScheduleBar } from './schedule-bar';

const columns = ['project', 'stage', 'guidelines', 'gate', 'margin', 'schedule', 'documents', 'contact', 'waiting'] as const;

/** A row a project; where there is no room for columns each cell says what it is. */
export function ProjectTable({ projects, today }: { readonly projects: readonly ProjectLine[]; readonly today: PlainDate }): ReactNode {
  const { t } = useTodayScreen();
  return (
    <table className="project-table">
      <thead>
        <tr>{columns.map((column) => <th key={column} scope="col">{t(`projects.col.${column}`)}</th>)}</tr>
      </thead>
      <tbody>
        {projects.map((line) => <ProjectRow key={line.projectId} line={line} today={today} />)}
      </tbody>
    </table>
  );
}

function Cell({ label, children }: { readonly label: (typeof columns)[number]; readonly children: ReactNode }): ReactNode {
  const { t } = useTodayScreen();
  return <td><span className="cell-label" aria-hidden>{t(`projects.col.${label}`)}</span><div>{children}</div></td>;
}

function ProjectRow({ line, today }: { readonly line: ProjectLine; readonly today: PlainDate }): ReactNode {
  const { t, format } = useTodayScreen();
  const { project, projectId, clients, manager, stage, guidelines, margin, documents, lastContactOn, waiting, urgency } = line;
  return (
    <tr>
      <th scope="row">
        {project === null ? projectId : <ProjectLink projectKey={project.key} name={project.name} />}
        <p className="small"><bdi>{clients.map(({ name }) => name).join(', ')}</bdi>{manager !== null && <>{clients.length > 0 && ' · '}<bdi>{manager.name}</bdi></>}</p>
      </th>
      <Cell label="stage">{stage === null ? <span className="subtle">{t('projects.noStage')}</span> : <StageLozenge stage={stage} stageName="" />}</Cell>
      <Cell label="guidelines">
        {guidelines === null ? <span className="subtle">{t('projects.noGuidelines')}</span> : <>{t('projects.version', { version: guidelines.version })}<p className="small">{t('projects.readers', { count: guidelines.readers })}</p></>}
      </Cell>
      <Cell label="gate"><Gate line={line} /></Cell>
      <Cell label="margin"><MarginLozenge state={margin.state} />{margin.basisPoints !== null && <p className="small">{format.points(margin.basisPoints)}</p>}</Cell>
      <Cell label="schedule">{guidelines === null ? null : <ScheduleBar schedule={guidelines} today={today} />}</Cell>
      <Cell label="documents">{documents === null ? <span className="subtle">{t('projects.unknown')}</span> : format.percent(documents)}</Cell>
      <Cell label="contact">{lastContactOn === null ? <span className="subtle">{t('projects.never')}</span> : format.shortDate(lastContactOn, today)}</Cell>
      <Cell label="waiting">{waiting === 0 ? <span className="subtle">0</span> : <Lozenge tone={urgency === 'overdue' ? 'danger' : urgency === 'today' ? 'warning' : 'neutral'}>{t('today.count', { count: waiting })}</Lozenge>}</Cell>
    </tr>
  );
}

function Gate({ line: { gate } }: { readonly line: ProjectLine }): ReactNode {
  const { t } = useTodayScreen();
  const said: readonly (readonly [TodayKey, number])[] = [['projects.gate.waiting', gate.waiting], ['projects.gate.go', gate.go + gate.conditional], ['projects.gate.noGo', gate.noGo], ['projects.gate.lapsed', gate.lapsed]];
  const counted = said.filter(([, count]) => count > 0);
  if (counted.length === 0) return <span className="subtle">{t('projects.gate.none')}</span>;
  return counted.map(([key, count]) => <p key={key}>{t(key, { count })}</p>);
}
