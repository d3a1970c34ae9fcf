import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { CallBudget } from '../api/budget';
import type { Sessions } from '../api/sessions';
import type { Faults } from '../faults';
import { AmountError } from '../money';
import type { Flow } from '../push/flow';
import type { OutboundMessage } from '../push/outbound-message';
import { NoSuchRecordError, RecordRuleError } from '../store/record-errors';
import type { SalesforceStore } from '../store/store';
import { languageOf } from './language';
import { Layout, PLACES } from './layout';
import type { Place } from './layout';

export interface PageParts {
  readonly store: SalesforceStore;
  readonly flow: Flow;
  readonly outboundMessage: OutboundMessage;
  readonly faults: Faults;
  readonly sessions: Sessions;
  readonly budget: CallBudget;
  readonly orgName: string;
}

/** A whole page around the given content. */
export function show(context: Context, orgName: string, title: string, here: Place, content: Child, refusal?: string): Response | Promise<Response> {
  const language = languageOf(context);
  const notice = context.req.query('saved') === undefined || refusal !== undefined ? undefined : language.texts.saved;
  const otherLanguage = new URLSearchParams({ ...context.req.query(), lang: language.code === 'pl' ? 'en' : 'pl' });
  otherLanguage.delete('saved');
  // The address of a refused change cannot be opened, so its link leads to where one begins.
  const path = context.req.method === 'GET' ? '' : PLACES[here];
  const page = <Layout title={title} language={language} otherLanguage={`${path}?${otherLanguage.toString()}`} here={here} orgName={orgName} notice={notice} refusal={refusal}>{content}</Layout>;
  return context.html(html`<!doctype html>${page}`, refusal === undefined ? 200 : 400);
}

/** What a failed change says to the person, or undefined for a fault of the program. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof RecordRuleError || error instanceof NoSuchRecordError || error instanceof AmountError ? error.message : undefined;
}

/** The value of a form's field; empty where it is missing. */
export type Form = (name: string) => string;

export async function readForm(context: Context): Promise<Form> {
  return (await readSubmission(context)).form;
}

/** A form's fields, and the file that came with them in the field "file". */
export async function readSubmission(context: Context): Promise<{ readonly form: Form; readonly upload: File | undefined }> {
  const body = await context.req.parseBody();
  const form: Form = (name) => {
    const value = body[name];
    return typeof value === 'string' ? value : '';
  };
  return { form, upload: body['file'] instanceof File ? body['file'] : undefined };
}
