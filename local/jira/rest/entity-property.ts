import type { PropertyOwner } from '../entity-property-store';
import type { JiraStore } from '../store';
import type { JiraContext } from './access';
import { JiraRefusal } from './answers';
import { viewpointOf } from './viewpoint';

const keyLimit = 255;
const valueLimit = 32_768;

/** Whose property: an issue's or a project's, which the caller may see. */
export interface PropertyHolder {
  readonly owner: PropertyOwner;
  readonly id: string;
}

/** What the groups "Issue properties" and "Project properties" of Jira Cloud REST API v3 have in common; the key is the path's `key`. */
export function listProperties(context: JiraContext, store: JiraStore, { owner, id }: PropertyHolder): Response {
  const base = `${viewpointOf(context, store).api}/${owner}/${id}/properties`;
  const keys = store.properties.keys(owner, id).map((key) => ({ self: `${base}/${encodeURIComponent(key)}`, key }));
  return context.json({ keys });
}

/** @throws JiraRefusal 404 when there is none. */
export function getProperty(context: JiraContext, store: JiraStore, { owner, id }: PropertyHolder): Response {
  const key = keyOf(context);
  const property = store.properties.get(owner, id, key);
  if (property === undefined) throw propertyNotFound(key);
  return context.json({ key, value: property.value });
}

/** 201 for a new property, 200 for one that was there. @throws JiraRefusal 400 for a key or value that Jira does not take, 415 for what is not JSON. */
export async function setProperty(context: JiraContext, store: JiraStore, { owner, id }: PropertyHolder): Promise<Response> {
  const key = keyOf(context);
  if (key.length > keyLimit) throw new JiraRefusal(400, [`The property key cannot be longer than ${keyLimit} characters.`]);
  if (!/^application\/json\b/iu.test(context.req.header('content-type') ?? '')) throw new JiraRefusal(415, ['Unsupported Media Type']);
  const text = await context.req.text();
  if (text.length > valueLimit) throw new JiraRefusal(400, [`The property value cannot be longer than ${valueLimit} characters.`]);
  return context.body(null, store.properties.set(owner, id, key, parsed(text)) ? 201 : 200);
}

/** @throws JiraRefusal 404 when there is none. */
export function deleteProperty(context: JiraContext, store: JiraStore, { owner, id }: PropertyHolder): Response {
  const key = keyOf(context);
  if (!store.properties.delete(owner, id, key)) throw propertyNotFound(key);
  return context.body(null, 204);
}

const keyOf = (context: JiraContext): string => context.req.param('key') ?? '';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JiraRefusal(400, ['The property value must be a valid, non-empty JSON.']);
  }
}

function propertyNotFound(key: string): JiraRefusal {
  return new JiraRefusal(404, [`The property with key '${key}' does not exist.`]);
}
