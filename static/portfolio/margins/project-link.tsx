import { router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';
import { usePortfolioScreen } from '../portfolio-screen';

/** Leads to the project's own page of the app. Where it stands in Jira is Forge's to know, so the link's address is the project's. */
export function ProjectLink({ projectKey, name }: { readonly projectKey: string; readonly name: string }): ReactNode {
  const { siteUrl } = usePortfolioScreen();
  const follow = (event: MouseEvent): void => {
    event.preventDefault();
    void router.navigate({ target: 'module', moduleKey: 'project', projectKey });
  };
  return <a href={`${siteUrl}/browse/${projectKey}`} onClick={follow}><bdi>{name}</bdi></a>;
}
