import type { ReactNode } from 'react';
import { matchCostProject, type CostMatch, type CostProject } from '../../../src/domain/cost-project';
import { isCostProjectId, type CostProjectId, type ProjectId } from '../../../src/domain/ids';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { useSettings } from '../use-settings';
import type { CostsProject, CostsView } from './costs-view';

interface CostProjectsProperties {
  readonly view: CostsView;
  readonly chosen: ReadonlyMap<ProjectId, CostProjectId>;
  readonly onChoose: (chosen: ReadonlyMap<ProjectId, CostProjectId>) => void;
}

/** Which project of Financial Manager tells each Jira project's costs. */
export function CostProjects({ view, chosen, onChoose }: CostProjectsProperties): ReactNode {
  const { t } = useSettings();
  if (view.projects.length === 0) return <p className="subtle">{t('costs.noProjects')}</p>;
  const kept = view.kept.kind === 'told' ? view.kept.projects : [];
  const choose = (projectId: ProjectId, costProjectId: CostProjectId | undefined): void => {
    const next = new Map(chosen);
    if (costProjectId === undefined) next.delete(projectId);
    else next.set(projectId, costProjectId);
    onChoose(next);
  };
  return (
    <table className="stages">
      <thead>
        <tr>
          <th scope="col">{t('costs.jiraProject')}</th>
          <th scope="col">{t('costs.costProject')}</th>
        </tr>
      </thead>
      <tbody>
        {view.projects.map((project) => (
          <CostProjectRow key={project.projectId} project={project} kept={kept} chosen={chosen.get(project.projectId)} onChoose={(one) => choose(project.projectId, one)} />
        ))}
      </tbody>
    </table>
  );
}

interface CostProjectRowProperties {
  readonly project: CostsProject;
  readonly kept: readonly CostProject[];
  readonly chosen: CostProjectId | undefined;
  readonly onChoose: (chosen: CostProjectId | undefined) => void;
}

const tones: Readonly<Record<CostMatch['kind'], Tone>> = { found: 'success', several: 'warning', shared: 'warning', gone: 'danger', none: 'neutral' };

function CostProjectRow({ project: { projectId, project }, kept, chosen, onChoose }: CostProjectRowProperties): ReactNode {
  const { t } = useSettings();
  const match = matchCostProject(projectId, kept, chosen);
  const byScope = matchCostProject(projectId, kept, undefined);
  const labelId = `cost-project-${projectId}`;
  return (
    <tr>
      <th scope="row" id={labelId}>
        <bdi>{project?.name ?? projectId}</bdi>
        {project !== null && <span className="small api-name">{project.key}</span>}
      </th>
      <td>
        <select
          className="input"
          aria-labelledby={labelId}
          value={chosen ?? ''}
          onChange={(event) => onChoose(isCostProjectId(event.target.value) ? event.target.value : undefined)}
        >
          <option value="">{byScope.kind === 'found' ? t('costs.byScope', { name: byScope.project.name }) : t('costs.nothing')}</option>
          {match.kind === 'gone' && chosen !== undefined && <option value={chosen}>{t('costs.match.gone')}</option>}
          {kept.map(({ id, name, countsMoney }) => <option key={id} value={id}>{countsMoney ? name : t('costs.hoursOnly', { name })}</option>)}
        </select>
        <Lozenge tone={tones[match.kind]}>{t(`costs.match.${match.kind}`)}</Lozenge>
        {match.kind === 'several' && <span className="small api-name"><bdi>{match.projects.map(({ name }) => name).join(', ')}</bdi></span>}
      </td>
    </tr>
  );
}
