import type { ReactNode } from 'react';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';
import { FreshnessCard } from './freshness-card';
import { LanguageForm } from './language-form';
import { MoneyCard } from './money-card';

/** The client's deals and projects, and in which language it is written to. */
export function Overview({ file, onFile }: { readonly file: ClientFileView; readonly onFile: (file: ClientFileView) => void }): ReactNode {
  const { t } = useClientScreen();
  return (
    <>
      <section className="card">
        <h2>{t('client.deals')}</h2>
        <DealTable file={file} />
      </section>
      <MoneyCard file={file} />
      <FreshnessCard file={file} />
      <section className="card">
        <h2>{t('client.settings')}</h2>
        {file.mayEdit ? <LanguageForm file={file} onFile={onFile} /> : <p>{t(`client.language.${file.settings.language ?? file.settings.companyLanguage}`)}</p>}
      </section>
    </>
  );
}

function DealTable({ file: { deals, projects, recordsAt } }: { readonly file: ClientFileView }): ReactNode {
  const { t, format, siteUrl } = useClientScreen();
  const nameOf = new Map(projects.map(({ projectId, project }) => [projectId, project]));
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('client.deal')}</th>
            <th scope="col">{t('client.stage')}</th>
            <th scope="col" className="figure">{t('client.amount')}</th>
            <th scope="col">{t('client.closes')}</th>
            <th scope="col">{t('client.project')}</th>
          </tr>
        </thead>
        <tbody>
          {deals.map(({ id, name, projectId, stage, stageName, amount, closeDate }) => {
            const project = nameOf.get(projectId) ?? null;
            return (
              <tr key={id}>
                <th scope="row">{recordsAt === null ? <bdi>{name}</bdi> : <a href={`${recordsAt}${id}`} target="_blank" rel="noreferrer"><bdi>{name}</bdi></a>}</th>
                <td>{stage === null ? <bdi>{stageName}</bdi> : t(`stage.${stage}`)}</td>
                <td className="figure">{amount === null ? t('client.unknown') : format.money(amount)}</td>
                <td>{closeDate === null ? t('client.unknown') : format.date(closeDate)}</td>
                <td>{project === null ? projectId : <a href={`${siteUrl}/browse/${project.key}`} target="_top"><bdi>{project.name}</bdi></a>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
