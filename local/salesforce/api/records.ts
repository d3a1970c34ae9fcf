import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Database } from '../../database';
import { describe } from '../describe/describe';
import { canonicalId } from '../record-ids';
import { objectNamed } from '../soql/compile';
import { NotModelledError, SoqlError } from '../soql/errors';
import type { ObjectDescription, Objects } from '../soql/objects';
import type { SoqlRunner } from '../soql/run';
import type { SalesforceStore } from '../store/store';
import { dataError, notModelled } from './answers';
import { ContactRoleWrites } from './contact-role-writes';
import { FileWrites } from './file-writes';
import { WriteError } from './write-error';

interface RecordParts {
  readonly database: Database;
  readonly store: SalesforceStore;
  readonly objects: Objects;
  readonly soql: SoqlRunner;
}

const NOT_THERE = 'The requested resource does not exist';

/** Single records under sobjects (REST API Developer Guide: sObject Basic Information, Rows, Describe and Blob Retrieve). */
export function recordsApi({ database, store, objects, soql }: RecordParts): Hono {
  const api = new Hono();
  const roles = new ContactRoleWrites(store);
  const files = new FileWrites(store);
  const unknown = (context: Context): Response => dataError(context, 404, 'NOT_FOUND', NOT_THERE);
  const missing = (context: Context, table: string, id: string): Response =>
    database.prepare(`SELECT 1 AS present FROM ${table} WHERE id = ?`).get(id) ? dataError(context, 404, 'ENTITY_IS_DELETED', 'entity is deleted') : unknown(context);

  api.get('/:object/describe', (context) => {
    const object = addressed(objects, context.req.param('object'));
    const answer = describe(object, store);
    return answer ? context.json(answer) : notModelled(context, `GET sobjects/${object.name}/describe`);
  });

  api.get('/:object/:id', (context) => {
    const { object, id } = context.req.param();
    const description = addressed(objects, object);
    const known = canonicalId(id);
    if (known === undefined) return ['updated', 'deleted', 'listviews'].includes(id) ? notModelled(context, `GET sobjects/${object}/${id}`) : unknown(context);
    const fields = context.req.query('fields') ?? description.fields.map(({ name }) => name).join(',');
    const [record] = soql.read(`SELECT ${fields} FROM ${description.name}`, 'live', [known], context.req.param('version') ?? '');
    return record ? context.json(record) : missing(context, description.table, known);
  });

  api.get('/:object/:id/VersionData', (context) => {
    const { object, id } = context.req.param();
    const description = addressed(objects, object);
    if (description.name !== 'ContentVersion') return notModelled(context, `GET sobjects/${object}/{id}/VersionData`);
    const known = canonicalId(id);
    const data = known === undefined ? undefined : store.files.dataOf(known);
    if (data === undefined) return known === undefined ? unknown(context) : missing(context, description.table, known);
    return context.body(new Uint8Array(data).buffer, 200, { 'Content-Type': 'application/octetstream' });
  });

  api.post('/:object', async (context) => {
    const { name } = addressed(objects, context.req.param('object'));
    const create = new Map<string, () => Promise<string>>([
      ['OpportunityContactRole', () => roles.create(context)], ['ContentVersion', () => files.createVersion(context)], ['ContentDocumentLink', () => files.createLink(context)],
    ]).get(name);
    return create === undefined ? notModelled(context, `POST sobjects/${name}`) : context.json({ id: await create(), success: true, errors: [] }, 201);
  });

  api.on(['PATCH', 'DELETE'], '/:object/:id', async (context) => {
    const { name } = addressed(objects, context.req.param('object'));
    if (name !== 'OpportunityContactRole') return notModelled(context, `${context.req.method} sobjects/${name}/{id}`);
    const id = canonicalId(context.req.param('id'));
    if (id === undefined) return dataError(context, 404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible');
    if (context.req.method === 'DELETE') roles.remove(id);
    else await roles.update(context, id);
    return context.body(null, 204);
  });

  return api;
}

/** An object that the org does not have is here an address that does not exist. @throws WriteError @throws NotModelledError */
function addressed(objects: Objects, name: string): ObjectDescription {
  try {
    return objectNamed(objects, name);
  } catch (error) {
    if (error instanceof NotModelledError || !(error instanceof SoqlError)) throw error;
    throw new WriteError('NOT_FOUND', NOT_THERE, undefined, 404);
  }
}
