import { Hono } from 'hono';
import type { Context } from 'hono';
import { FLOW_BLOCKED } from '../api/token';
import { faultKindOf } from '../faults';
import { RecordRuleError } from '../store/record-errors';
import { MUCH_PERCENT } from './fault-settings';
import { fill, languageOf } from './language';
import { readForm, refusalOf, show } from './page';
import type { Form, PageParts } from './page';
import { SetupPage } from './setup-page';

const DELIVERIES_SHOWN = 20;

/** The settings pages and what can be done on them. */
export function setupPages({ store, flow, outboundMessage, faults, sessions, budget, orgName }: PageParts): Hono {
  const app = new Hono();
  const showSetup = (context: Context, refusal?: string): Response | Promise<Response> => {
    const language = languageOf(context);
    return show(context, orgName, language.texts.setup, 'setup',
      <SetupPage language={language} stages={store.stages.all()} dealsByStage={store.countByStage()} flow={flow.read()} callouts={flow.deliveries(DELIVERIES_SHOWN)}
        outboundMessage={outboundMessage.read()} notifications={outboundMessage.deliveries(DELIVERIES_SHOWN)} faults={faults.all()} budget={{ used: budget.used(), max: budget.max }} blocked={store.settings.read(FLOW_BLOCKED) === 'true'}
        features={store.features.read()} />, refusal);
  };
  const act = (path: string, change: (form: Form, context: Context) => void | Promise<void>): void => {
    app.post(path, async (context) => {
      try {
        await change(await readForm(context), context);
      } catch (error) {
        const reason = refusalOf(error);
        if (reason === undefined) throw error;
        return showSetup(context, fill(languageOf(context).texts.refused, { reason }));
      }
      return context.redirect('/setup?saved=1', 303);
    });
  };

  app.get('/', (context) => showSetup(context));
  act('/stages', (form) => {
    const kind = form('kind');
    store.createStage({ apiName: form('name'), probability: form('probability').trim() === '' ? Number.NaN : Number(form('probability')), won: kind === 'won', closed: kind !== 'open' });
  });
  act('/stages/rename', (form) => store.stages.rename(form('stage'), { apiName: form('name'), label: form('name'), replaceOnDeals: form('replace') === '1' }));
  act('/stages/active', (form) => store.stages.setActive(form('stage'), form('active') === '1'));
  act('/flow', (form) => {
    flow.configure({ url: checkedUrl(form('url')), secret: form('secret') === '' ? flow.read().secret : form('secret'), on: form('on') === '1' });
  });
  act('/outbound-message', (form) => outboundMessage.configure({ url: checkedUrl(form('url')), on: form('on') === '1' }));
  for (const [path, channel] of [['/flow/test', flow], ['/outbound-message/test', outboundMessage]] as const) {
    act(path, async (_form, context) => {
      const latest = store.list({ offset: 0, limit: 1 }).deals[0];
      if (!latest) throw new RecordRuleError('Opportunity', languageOf(context).texts.testNeedsDeal);
      channel.sendTest(latest.deal);
      await channel.runDue();
    });
  }
  act('/faults', (form) => {
    const kind = form('kind');
    const times = Number(form('times'));
    if (!Number.isInteger(times) || times < 1 || times > 1_000) throw new RecordRuleError('times', 'From 1 to 1000 requests can fail.');
    const method = form('method');
    const where = { path: form('path'), times, ...(/^(GET|POST|PATCH|DELETE)$/.test(method) ? { method } : {}) };
    const broken = faultKindOf(kind);
    if (broken !== undefined && broken !== 'status') faults.add({ ...where, kind: broken });
    else if (/^[45]\d\d$/.test(kind)) faults.add({ ...where, kind: 'status', status: Number(kind) });
    else throw new RecordRuleError('kind', 'There is no such fault.');
  });
  act('/features', (form) => {
    const files = form('files');
    if (files !== 'on' && files !== 'readOnly' && files !== 'off') throw new RecordRuleError('files', 'There is no such access to files.');
    store.features.set({ contactRoles: form('contactRoles') === '1', restrictedRoles: form('restrictedRoles') === '1', editableDeals: form('editableDeals') === '1', files });
  });
  const deeds: ReadonlyMap<string, () => void> = new Map([
    ['clearFaults', () => faults.clear()],
    ['expireSessions', () => sessions.expireAll()],
    ['useMuch', () => budget.setUsedShare(MUCH_PERCENT / 100)],
    ['useUp', () => budget.useUp()],
    ['restore', () => budget.restore()],
    ['block', () => store.settings.write(FLOW_BLOCKED, 'true')],
    ['unblock', () => store.settings.write(FLOW_BLOCKED, 'false')],
  ]);
  act('/act', (form) => {
    const deed = deeds.get(form('act'));
    if (!deed) throw new RecordRuleError('act', 'There is no such action.');
    deed();
  });
  return app;
}

/** An address to send to, or an empty text for none. */
function checkedUrl(text: string): string {
  const url = text.trim();
  if (url !== '' && !/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) throw new RecordRuleError('URL', 'The address must begin with http:// or https://.');
  return url;
}
