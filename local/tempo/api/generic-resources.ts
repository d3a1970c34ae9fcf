import { Hono } from 'hono';
import { GENERIC_RESOURCE_SCOPE, SEARCH_SCOPE_LEVEL } from '../assumptions';
import { NotModelled, notFound } from '../errors';
import type { GenericResource } from '../model';
import type { TempoStore } from '../store/tempo-store';
import { requires } from './access';
import { readBody } from './body-fields';
import { resourceUrl, type ApiEnvironment } from './environment';
import { readPage, searchResult } from './paging';

/** /4/generic-resources (Tempo REST API 4.0, "Generic Resources"); there is no list by GET. */
export function genericResourcesApi(store: TempoStore): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();

  const existing = (id: string): GenericResource => {
    const resource = store.resources.find(Number(id));
    if (resource === undefined) throw notFound('Generic resource');
    return resource;
  };
  const answer = (context: Parameters<typeof resourceUrl>[0], resource: GenericResource): object => ({
    self: resourceUrl(context, `/4/generic-resources/${resource.id}`),
    id: resource.id,
    name: resource.name,
  });

  api.post('/', requires(GENERIC_RESOURCE_SCOPE, 'manage'), async (context) => {
    const fields = await readBody(context.req);
    const name = fields.requiredText('name');
    fields.finish();
    return context.json(answer(context, store.resources.create(name)));
  });

  api.post('/search', requires(GENERIC_RESOURCE_SCOPE, SEARCH_SCOPE_LEVEL), async (context) => {
    const fields = await readBody(context.req);
    const ids = fields.integers('ids');
    const query = fields.text('query')?.toLocaleLowerCase('pl');
    const page = readPage(fields);
    fields.finish();
    const found = store.resources
      .all()
      .filter((resource) => ids.length === 0 || ids.includes(resource.id))
      .filter((resource) => query === undefined || resource.name.toLocaleLowerCase('pl').includes(query));
    const shown = found.slice(page.offset, page.offset + page.limit);
    return context.json(searchResult(page, shown.map((resource) => answer(context, resource))));
  });

  api.get('/:id', requires(GENERIC_RESOURCE_SCOPE, 'view'), (context) =>
    context.json(answer(context, existing(context.req.param('id')))),
  );

  api.put('/:id', requires(GENERIC_RESOURCE_SCOPE, 'manage'), async (context) => {
    const { id } = existing(context.req.param('id'));
    const fields = await readBody(context.req);
    const name = fields.requiredText('name');
    fields.finish();
    store.resources.rename(id, name);
    return context.json(answer(context, { id, name }));
  });

  api.delete('/:id', requires(GENERIC_RESOURCE_SCOPE, 'manage'), (context) => {
    const { id } = existing(context.req.param('id'));
    const planned = store.plans.search({ genericResourceIds: [String(id)] }, { offset: 0, limit: 1 });
    if (planned.length > 0) throw new NotModelled('deleting a generic resource that has plans');
    store.resources.delete(id);
    return context.body(null, 204);
  });

  return api;
}
