import { Hono } from 'hono';
import { MAY_BE_HTTP, WEBHOOK_SCOPE } from '../assumptions';
import { WEBHOOK_EVENTS } from '../webhooks/events';
import type { NewSubscription, Subscription } from '../webhooks/subscription-table';
import type { Webhooks } from '../webhooks/webhooks';
import { requires } from './access';
import { readBody, type BodyFields } from './body-fields';
import { publicUrl, type ApiEnvironment } from './environment';
import { pagedList, readPage } from './paging';
import { readQuery } from './query-fields';

function isAllowedUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && MAY_BE_HTTP.includes(url.hostname));
}

/** @throws RefusedRequest 400 */
function readSubscription(fields: BodyFields): NewSubscription {
  const url = fields.requiredText('url');
  const event = fields.requiredChoice('event', WEBHOOK_EVENTS);
  const name = fields.text('name');
  const description = fields.text('description');
  fields.complainIf(url !== '' && !isAllowedUrl(url), 'url must be a valid https address');
  fields.finish();
  return { url, event, name, description };
}

function subscriptionAnswer({ id, active, event, url, createdAt, updatedAt, name, description }: Subscription, sharedSecret?: string): object {
  return {
    id, active, event, url, createdAt, updatedAt,
    ...(sharedSecret === undefined ? {} : { sharedSecret }),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
  };
}

/** /4/webhooks/subscriptions (Tempo REST API 4.0, "Webhooks"). */
export function webhooksApi(webhooks: Webhooks): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();

  api.post('/subscriptions', requires(WEBHOOK_SCOPE, 'manage'), async (context) => {
    const { subscription, sharedSecret } = await webhooks.subscribe(readSubscription(await readBody(context.req)));
    return context.json(subscriptionAnswer(subscription, sharedSecret));
  });

  api.get('/subscriptions', requires(WEBHOOK_SCOPE, 'view'), (context) => {
    const fields = readQuery(context.req, { integers: ['offset', 'limit'] });
    const page = readPage(fields);
    fields.finish();
    const found = webhooks.subscriptions().slice(page.offset, page.offset + page.limit + 1);
    return context.json(pagedList(publicUrl(context), page, found.map((each) => subscriptionAnswer(each))));
  });

  api.get('/subscriptions/:id', requires(WEBHOOK_SCOPE, 'view'), (context) =>
    context.json(subscriptionAnswer(webhooks.subscription(Number(context.req.param('id'))))),
  );

  api.delete('/subscriptions/:id', requires(WEBHOOK_SCOPE, 'manage'), (context) => {
    webhooks.unsubscribe(Number(context.req.param('id')));
    return context.body(null, 204);
  });

  api.patch('/subscriptions/:id/refresh', requires(WEBHOOK_SCOPE, 'manage'), async (context) =>
    context.json(subscriptionAnswer(await webhooks.refresh(Number(context.req.param('id'))))),
  );

  return api;
}
