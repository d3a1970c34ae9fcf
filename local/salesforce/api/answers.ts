import type { Context } from 'hono';

type DataStatus = 400 | 401 | 403 | 404 | 405 | 410 | 500;

/** An error of the data API: an array, unlike an error of the token endpoint (REST API Developer Guide, "Status Codes and Error Responses"). */
export function dataError(context: Context, status: DataStatus, errorCode: string, message: string): Response {
  return context.json([{ message, errorCode }], status);
}

/** An error of the token endpoint: one object. */
export function tokenError(context: Context, error: string, description: string): Response {
  return context.json({ error, error_description: description }, 400);
}

/** What the stand-in does not model. */
export function notModelled(context: Context, missing: string): Response {
  return context.json({ error: 'not modelled', missing }, 501);
}
