import type { ReactNode } from 'react';
import type { Total } from '../../../src/domain/total';
import { MarginLozenge } from '../../margin/margin-lozenge';
import { MarginScale } from '../../margin/margin-scale';
import { reasonWords } from '../../margin/margin-words';
import { usePortfolioScreen } from '../portfolio-screen';
import type { ProjectLine } from '../portfolio-view';
import { ProjectLink } from './project-link';
import { stateOfLine } from './shown-projects';

/** One project: how it stands, why, and what is done about it. */
export function ProjectCard({ line }: { readonly line: ProjectLine }): ReactNode {
  const { t, format, now } = usePortfolioScreen();
  const { project, projectId, clients, manager, reading, sums, failure, checkedAt } = line;
  const money = (sum: Total | null): string => (sum === null || sums?.currency == null ? t('margin.unknown') : format.sum(sum, sums.currency));
  return (
    <li className={`card margin-card margin-card-${stateOfLine(line)}`}>
      <div className="card-head">
        <div>
          <h2>{project === null ? projectId : <ProjectLink projectKey={project.key} name={project.name} />}</h2>
          <p className="small">
            {clients.length === 0 ? t('margins.noClient') : <bdi>{clients.map(({ name }) => name).join(', ')}</bdi>}
            {manager !== null && <> · {t('margins.manager')}: <bdi>{manager.name}</bdi></>}
          </p>
        </div>
        <MarginLozenge state={stateOfLine(line)} />
      </div>
      {reading !== null && <MarginScale toDate={reading.toDate} atCompletion={reading.forecast.kind === 'known' ? reading.forecast.margin : null} target={reading.target} />}
      {sums !== null && (
        <dl className="money-line">
          <div><dt>{t('margins.budget')}</dt><dd>{sums.budget === null ? t('margin.unknown') : format.money(sums.budget)}</dd></div>
          <div><dt>{t('margin.revenue')}</dt><dd>{money(sums.revenue)}</dd></div>
          <div><dt>{t('margin.cost')}</dt><dd>{money(sums.cost)}</dd></div>
        </dl>
      )}
      <Threat line={line} />
      {failure !== null && <p className="small problem-line">{t(`margin.failure.${failure}`)}</p>}
      <p className="small">
        {checkedAt === null ? t('margin.never.title') : t('margin.checked', { when: format.relative(checkedAt, now()) })}
        {sums !== null && <> · {t(`margin.source.${sums.source}`)} · {sums.currency === null ? t('margin.mixed') : t('margin.currency', { currency: sums.currency })} · {t('margin.asOf', { date: format.date(sums.asOf) })}</>}
      </p>
    </li>
  );
}

function Threat({ line: { threat, reading } }: { readonly line: ProjectLine }): ReactNode {
  const { t, format } = usePortfolioScreen();
  if (threat === null || reading === null) return null;
  const answer = threat.answers.at(-1);
  return (
    <div className="threat-line">
      <div>
        <h3>{t('margins.why')}</h3>
        <ul className="threat-reasons">
          {threat.reasons.map((reason, place) => <li key={place}>{reasonWords(t, format, reason, reading.target)}</li>)}
        </ul>
        <p className="small">{t('margin.threat.since', { when: format.instant(threat.openedAt) })}</p>
      </div>
      <div>
        <h3>{t('margins.doing')}</h3>
        {answer === undefined ? (
          <p className="unanswered">{t('margins.nothingYet')}</p>
        ) : (
          <>
            <p className="written" dir="auto">{answer.plan}</p>
            <p className="small"><bdi>{answer.by.name}</bdi>, {format.instant(answer.at)}</p>
          </>
        )}
      </div>
    </div>
  );
}
