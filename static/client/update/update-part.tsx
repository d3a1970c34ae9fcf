import '../../month/month.css';
import './update.css';
import { useCallback, type ReactNode } from 'react';
import { readClientUpdate, type ClientUpdateView } from '../../../src/contract/client-update';
import { clientUpdateSubject, clientUpdateText } from '../../../src/domain/client-update-text';
import type { ClientId } from '../../../src/domain/ids';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';
import { chosenFacts, keyOf } from './choice';
import { LanguageChoice } from './language-choice';
import { OwnWords } from './own-words';
import { PeriodFields } from './period-fields';
import { ProjectFacts } from './project-facts';
import { UpdateText } from './update-text';
import { useTypedUpdate, type TypedUpdate } from './use-typed-update';

/** A note for the client on progress, put together from what a client may be told. */
export function UpdatePart({ file: { client } }: { readonly file: ClientFileView }): ReactNode {
  return <Update key={client.id} clientId={client.id} />;
}

function Update({ clientId }: { readonly clientId: ClientId }): ReactNode {
  const { t } = useClientScreen();
  const [typed, change] = useTypedUpdate(clientId);
  const { period } = typed;
  const ask = useCallback(() => call(readClientUpdate, { clientId, period }), [clientId, period]);
  const { asked, askAgain } = useAnswer<ClientUpdateView>(ask);
  return (
    <section className="card">
      <h2>{t('update.title')}</h2>
      <p className="subtle">{t('update.about')}</p>
      <Asking asked={asked} onRetry={askAgain}>{(view) => <Editor view={view} typed={typed} onChange={change} />}</Asking>
    </section>
  );
}

interface EditorProperties {
  readonly view: ClientUpdateView;
  readonly typed: TypedUpdate;
  readonly onChange: (changes: Partial<TypedUpdate>) => void;
}

function Editor({ view, typed, onChange }: EditorProperties): ReactNode {
  const { t } = useClientScreen();
  const { before, after, choices } = typed;
  const language = typed.language ?? view.language;
  const told = { client: view.client.name, period: view.period, projects: chosenFacts(view, choices), before, after, language };
  return (
    <div className="report">
      <div className="report-words">
        <PeriodFields period={view.period} today={view.today} onPeriod={(period) => onChange({ period })} />
        <LanguageChoice language={language} onLanguage={(chosen) => onChange({ language: chosen })} />
        <OwnWords place="before" words={before} onWords={(words) => onChange({ before: words })} />
        {view.projects.every(({ facts }) => facts.length === 0) && <p className="empty-line">{t('update.nothing')}</p>}
        {view.projects.map((project) => (
          <ProjectFacts key={project.projectId} project={project} choices={choices} onChoose={(offered, isIn) => onChange({ choices: new Map(choices).set(keyOf(project, offered), isIn) })} />
        ))}
        <OwnWords place="after" words={after} onWords={(words) => onChange({ after: words })} />
      </div>
      <UpdateText subject={clientUpdateSubject(told)} text={clientUpdateText(told)} language={language} />
    </div>
  );
}
