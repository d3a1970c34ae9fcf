import type { ReactNode } from 'react';
import type { ClientUpdateView } from '../../../src/contract/client-update';
import { factKinds } from '../../../src/domain/client-update';
import { Note } from '../../shared/note';
import { useClientScreen } from '../client-screen';
import { isChosen, keyOf, type Choices } from './choice';

type OfferedProject = ClientUpdateView['projects'][number];
type Offered = OfferedProject['facts'][number];

interface ProjectFactsProperties {
  readonly project: OfferedProject;
  readonly choices: Choices;
  readonly onChoose: (offered: Offered, isIn: boolean) => void;
}

/** What can be told of one project, to be chosen from. */
export function ProjectFacts({ project, choices, onChoose }: ProjectFactsProperties): ReactNode {
  const { t } = useClientScreen();
  const { name, facts, isShared, leftOut } = project;
  if (facts.length === 0) return null;
  return (
    <section className="update-project">
      <h3><bdi>{name}</bdi></h3>
      {isShared && <Note kind="warning" title={t('update.shared')}>{t('update.shared.advice')}</Note>}
      {factKinds.map((kind) => {
        const ofKind = facts.filter(({ fact }) => fact.kind === kind);
        return ofKind.length === 0 ? null : (
          <fieldset className="update-facts" key={kind}>
            <legend>{t(`update.kind.${kind}`)}</legend>
            {kind === 'milestoneDone' && <p className="small">{t('update.kind.milestoneDone.help')}</p>}
            {ofKind.map((offered) => (
              <label className="update-fact" key={keyOf(project, offered)}>
                <input type="checkbox" checked={isChosen(choices, project, offered)} onChange={(event) => onChoose(offered, event.target.checked)} />
                <Told offered={offered} />
              </label>
            ))}
          </fieldset>
        );
      })}
      {leftOut > 0 && <p className="small">{t('update.leftOut', { count: leftOut })}</p>}
    </section>
  );
}

function Told({ offered: { fact } }: { readonly offered: Offered }): ReactNode {
  const { t, format } = useClientScreen();
  if (fact.kind === 'goal') return <bdi>{fact.text}</bdi>;
  const name = fact.kind === 'accepted' ? fact.deliverable : fact.kind === 'change' ? fact.title : fact.name;
  return (
    <span>
      <bdi>{name}</bdi> <span className="small">{format.date(fact.on)}{fact.kind === 'accepted' && fact.isConditional && ` · ${t('update.conditional')}`}</span>
    </span>
  );
}
