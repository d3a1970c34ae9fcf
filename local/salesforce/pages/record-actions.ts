import type { Context, Hono } from 'hono';
import { fill, languageOf } from './language';
import { readSubmission, refusalOf } from './page';
import type { Form } from './page';

export type Change = (id: string, form: Form, upload: File | undefined, context: Context) => void | Promise<void>;
export type Act = (path: '' | `/${string}`, change: Change) => void;

/**
 * What can be done on a record's page: afterwards the page is shown again, with "saved" or with why not.
 * @param base the page's address without the id: "/deals"
 * @param showRecord the page, with the reason of a refusal
 */
export function recordActions(app: Hono, base: string, showRecord: (context: Context, id: string, refusal: string) => Response | Promise<Response>): Act {
  return (path, change) => {
    app.post(`${base}/:id${path}`, async (context) => {
      const id = context.req.param('id');
      try {
        const { form, upload } = await readSubmission(context);
        await change(id, form, upload, context);
      } catch (error) {
        const reason = refusalOf(error);
        if (reason === undefined) throw error;
        return showRecord(context, id, fill(languageOf(context).texts.refused, { reason }));
      }
      return context.redirect(`${base}/${id}?saved=1`, 303);
    });
  };
}
