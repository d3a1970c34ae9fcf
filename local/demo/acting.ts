import * as z from 'zod/mini';
import { LOCAL_CLOUD_ID, LOCAL_ENVIRONMENT_ID, LOCAL_ENVIRONMENT_TYPE } from '../forge/installation';
import type { Site } from '../site';
import { people, type PersonName } from './company/people';
import type { DemoProject } from './company/project';

/** Where a person acts: on the settings page, on the page over all projects, on a project's page, or in the panel of an issue. */
export type Place =
  | { readonly module: 'settings' | 'portfolio' }
  | { readonly module: 'project'; readonly project: DemoProject }
  | { readonly module: 'panel'; readonly project: DemoProject; readonly issueKey: string };

export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';
  constructor(
    operation: string,
    readonly code: string,
  ) {
    super(`the app refused ${operation}: ${code}`);
  }
}

const answer = z.union([
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ code: z.string() }) }),
]);

/**
 * Calls an operation of the app as a person of the company, as that person's screen would.
 * @returns the answer's data, in the shape that is asked for.
 * @throws DemoRefused
 */
export async function act<Data>(
  { host, jira, urls }: Site,
  who: PersonName,
  place: Place,
  operation: string,
  payload: unknown,
  shape: z.ZodMiniType<Data>,
): Promise<Data> {
  const { accountId } = people[who];
  const result = answer.parse(
    await host.invokeResolver({
      moduleKey: place.module,
      operation,
      payload,
      accountId,
      context: {
        accountId,
        cloudId: LOCAL_CLOUD_ID,
        siteUrl: urls.jira,
        localId: `demo-${place.module}`,
        environmentId: LOCAL_ENVIRONMENT_ID,
        environmentType: LOCAL_ENVIRONMENT_TYPE,
        moduleKey: place.module,
        locale: 'pl-PL',
        timezone: 'Europe/Warsaw',
        extension: extensionOf(jira, place),
      },
    }),
  );
  if (!result.ok) throw new DemoRefused(operation, result.error.code);
  return shape.parse(result.data);
}

function extensionOf(jira: Site['jira'], place: Place) {
  if (!('project' in place)) return { type: place.module === 'settings' ? 'jira:adminPage' : 'jira:globalPage' };
  const { id, key } = place.project;
  const project = { id, key, type: 'software' };
  if (!('issueKey' in place)) return { type: 'jira:projectPage', project };
  const issue = jira.store.issues.find(place.issueKey);
  if (issue === undefined) throw new Error(`the demo has no issue ${place.issueKey}`);
  return { type: 'jira:issuePanel', project, issue: { id: issue.id, key: issue.key, type: 'Story', typeId: issue.typeId } };
}
