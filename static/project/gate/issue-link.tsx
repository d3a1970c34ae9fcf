import { router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import type { Deliverable } from '../../../src/domain/gate';
import { useProjectScreen } from '../project-screen';

/** The deliverable's key, leading to its issue in Jira, and its summary. */
export function IssueLink({ deliverable }: { readonly deliverable: Deliverable }): ReactNode {
  const { siteUrl } = useProjectScreen();
  const path = `/browse/${deliverable.issueKey}`;
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    void (event.ctrlKey || event.metaKey ? router.open(path) : router.navigate(path));
  };
  return (
    <>
      <a href={`${siteUrl}${path}`} onClick={follow}>{deliverable.issueKey}</a> <bdi>{deliverable.summary}</bdi>
    </>
  );
}
