import './context.css';
import { router } from '@forge/bridge';
import type { ReactNode } from 'react';
import type { Answer } from '../../src/contract/answer';
import type { PanelView } from '../../src/contract/panel';
import { ErrorNote } from '../shared/error-note';
import { GateLozenge } from '../shared/lozenge';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { sentenceKey } from './sentence-key';
import { useContextScreen } from './use-context-screen';

interface IssueGateProperties {
  /** Reads how the issue stands; the same function at every rendering. */
  readonly ask: () => Promise<Answer<PanelView>>;
}

/** How the issue stands at the gate, in one word and one sentence. */
export function IssueGate({ ask }: IssueGateProperties): ReactNode {
  const { asked, askAgain } = useAnswer(ask);
  if (asked.kind === 'waiting') return <Waiting />;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  return <Standing gate={asked.data.gate} />;
}

function Standing({ gate }: Pick<PanelView, 'gate'>): ReactNode {
  const { t, format, project } = useContextScreen();
  const { state, review, decision, aftermath } = gate;
  const met = new Set(aftermath?.met.map(({ conditionId }) => conditionId));
  const open = decision?.verdict.kind === 'conditionalGo' ? decision.verdict.conditions.filter(({ id }) => !met.has(id)).length : 0;
  const values = {
    count: open,
    person: decision?.decidedBy.name ?? '',
    date: state === 'waiting' ? (review?.dueOn ? format.date(review.dueOn) : '') : decision?.validUntil ? format.date(decision.validUntil) : '',
    issue: aftermath?.blocked?.issueKey ?? '',
  };
  const follow = (): void => {
    if (project !== null) void router.navigate({ target: 'module', moduleKey: 'project', projectKey: project.key });
  };
  return (
    <main className="issue-gate">
      <p><GateLozenge state={state} /></p>
      <p>{t(sentenceKey(gate), values)}</p>
      <p className="small">{t('context.where')}</p>
      {project !== null && <div><button type="button" className="button button-link" onClick={follow}>{t('context.open')}</button></div>}
    </main>
  );
}
