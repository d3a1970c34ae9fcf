import { router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import type { Deliverable } from '../../src/domain/deliverable';
import { Lozenge } from '../shared/lozenge';
import { useGateScreen } from './gate-screen';

/** What is handed over: its key or name, leading to it in Jira. */
export function DeliverableName({ deliverable }: { readonly deliverable: Deliverable }): ReactNode {
  const { t, project } = useGateScreen();
  if (deliverable.kind === 'issue') return <IssueName issueKey={deliverable.issueKey} summary={deliverable.summary} />;
  const name = <bdi>{deliverable.name}</bdi>;
  return (
    <>
      <Lozenge tone="neutral">{t('gate.version')}</Lozenge>{' '}
      {project === null ? name : <JiraLink path={`/projects/${project.key}/versions/${deliverable.versionId}`}>{name}</JiraLink>}
    </>
  );
}

/** An issue's key, leading to it in Jira, and its summary. */
export function IssueName({ issueKey, summary }: { readonly issueKey: string; readonly summary: string }): ReactNode {
  return (
    <>
      <JiraLink path={`/browse/${issueKey}`}>{issueKey}</JiraLink> <bdi>{summary}</bdi>
    </>
  );
}

function JiraLink({ path, children }: { readonly path: string; readonly children: ReactNode }): ReactNode {
  const { siteUrl } = useGateScreen();
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    void (event.ctrlKey || event.metaKey ? router.open(path) : router.navigate(path));
  };
  return <a href={`${siteUrl}${path}`} onClick={follow}>{children}</a>;
}
