import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import type { RuleScreen, WorkflowRuleDefinition, WorkflowRuleKind } from '../../forge/module-definitions';
import type { Project, Transition, Workflow } from '../model';
import { readRuleConfiguration } from '../workflow-rule-configuration';
import type { WorkflowRule } from '../workflow-rule-store';
import { renderPage } from './layout';
import { localised, SectionMessage } from './parts';
import { administers, field, PageRefusal, projectFor, type Site, type SiteContext, type SiteEnvironment, type Viewer } from './site';
import { RuleForm, ruleInWords } from './workflow-rule-form';

interface Place {
  readonly project: Project;
  readonly workflow: Workflow;
  /** The page's own path. */
  readonly base: string;
}

/**
 * `/projects/KEY/settings/workflow`: the rules of apps on each transition of the project's workflow. Administrators add
 * them, configure them in the app's own screens, and take them off. A company-managed workflow is the site's, so its
 * administrators alone may change it.
 */
export function workflowRulesPage(site: Site): Hono<SiteEnvironment> {
  const app = new Hono<SiteEnvironment>();
  const base = '/projects/:key/settings/workflow';

  app.get(base, (context) => {
    const place = placeOf(site, context);
    const { t } = context.get('viewer');
    return renderPage(
      context,
      site,
      { title: `${t('workflow')}: ${place.project.name}`, project: place.project, current: place.base },
      <div>
        <h1>{t('workflow')}</h1>
        <p class="lead">{t('workflowLead')}</p>
        {context.req.query('saved') === undefined ? null : <SectionMessage kind="success" title={t('saved')} />}
        <Transitions site={site} viewer={context.get('viewer')} place={place} />
      </div>,
    );
  });

  // Chooses a rule; one that needs no configuration is added at once.
  app.post(base, async (context) => {
    const place = placeOf(site, context);
    const form = await context.req.parseBody();
    const transition = transitionOf(place, field(form, 'transition'));
    const [kind = '', key = ''] = field(form, 'rule').split(' ');
    const definition = offered(site, place.project, kind, key);
    if (definition.screens.create !== undefined) return context.redirect(`${place.base}/${transition.id}/new/${definition.kind}/${definition.key}`, 303);
    site.store.workflows.rules.add(place.workflow.id, { kind: definition.kind, transitionId: transition.id, moduleKey: definition.key, configuration: {} });
    return context.redirect(`${place.base}?saved=1`, 303);
  });

  app.get(`${base}/:transition/new/:kind/:module`, (context) => {
    const place = placeOf(site, context);
    const transition = transitionOf(place, context.req.param('transition'));
    const definition = offered(site, place.project, context.req.param('kind'), context.req.param('module'));
    return screen(context, place, transition, definition, 'create', undefined);
  });

  app.post(`${base}/:transition/new/:kind/:module`, async (context) => {
    const place = placeOf(site, context);
    const transition = transitionOf(place, context.req.param('transition'));
    const definition = offered(site, place.project, context.req.param('kind'), context.req.param('module'));
    return save(context, place, definition, (configuration) => {
      site.store.workflows.rules.add(place.workflow.id, { kind: definition.kind, transitionId: transition.id, moduleKey: definition.key, configuration });
    });
  });

  for (const [path, name] of [['', 'edit'], ['/view', 'view']] as const) {
    app.get(`${base}/rules/:rule${path}`, (context) => {
      const place = placeOf(site, context);
      const { rule, definition } = ruleOf(site, place, context.req.param('rule'));
      return screen(context, place, transitionOf(place, rule.transitionId), definition, name, rule);
    });
  }

  app.post(`${base}/rules/:rule`, async (context) => {
    const place = placeOf(site, context);
    const { rule, definition } = ruleOf(site, place, context.req.param('rule'));
    return save(context, place, definition, (configuration) => site.store.workflows.rules.configure(place.workflow.id, rule, configuration));
  });

  app.post(`${base}/rules/:rule/remove`, (context) => {
    const place = placeOf(site, context);
    const rule = site.store.workflows.rules.of(place.workflow.id).find(({ id }) => id === context.req.param('rule'));
    if (rule === undefined) throw new PageRefusal(404);
    site.store.workflows.rules.remove(place.workflow.id, rule);
    return context.redirect(`${place.base}?saved=1`, 303);
  });

  return app;

  function screen(context: SiteContext, place: Place, transition: Transition, definition: WorkflowRuleDefinition, name: RuleScreen, rule: WorkflowRule | undefined): Response | Promise<Response> {
    const viewer = context.get('viewer');
    const { project, workflow } = place;
    const extension = { workflowId: workflow.id, ...(project.style === 'next-gen' && { scopedProjectId: project.id }) };
    const saved = rule === undefined ? undefined : JSON.stringify(rule.configuration);
    const frame = site.modules.ruleFrame(definition, name, viewer.user, viewer.origin, extension, saved);
    if (frame === undefined) throw new PageRefusal(404);
    const title = site.modules.text(definition.name, viewer.user);
    return renderPage(
      context,
      site,
      { title: `${title}: ${project.name}`, project, current: place.base },
      <RuleForm
        site={site}
        viewer={viewer}
        title={title}
        lead={`${localised(transition.name, viewer.language)}. ${site.modules.text(definition.description, viewer.user)}`}
        frame={frame}
        screen={name}
        action={new URL(context.req.url).pathname}
        back={place.base}
      />,
    );
  }

  /** Answers the shell's script, which keeps the screen open when the configuration is refused. */
  async function save(context: SiteContext, place: Place, definition: WorkflowRuleDefinition, keep: (configuration: WorkflowRule['configuration']) => void): Promise<Response> {
    const { t } = context.get('viewer');
    const read = readRuleConfiguration(field(await context.req.parseBody(), 'configuration'), definition);
    if (!read.ok) {
      const words = { tooLarge: 'configurationTooLarge', notJson: 'configurationNotJson', notModelled: 'configurationNotModelled' } as const;
      return context.json({ message: t(words[read.reason]) }, read.reason === 'notModelled' ? 501 : 400);
    }
    keep(read.configuration);
    return context.json({ location: `${place.base}?saved=1` });
  }
}

function placeOf(site: Site, context: SiteContext): Place {
  const viewer = context.get('viewer');
  const project = projectFor(site, viewer, context.req.param('key') ?? '');
  const may = project.style === 'classic' ? viewer.administrator : administers(site, viewer, project);
  if (!may) throw new PageRefusal(403);
  const workflow = site.store.workflows.find(project.workflowId);
  if (workflow === undefined) throw new PageRefusal(404);
  return { project, workflow, base: `/projects/${project.key}/settings/workflow` };
}

function transitionOf({ workflow }: Place, id: string): Transition {
  const found = workflow.transitions.find((transition) => transition.id === id);
  if (found === undefined) throw new PageRefusal(404);
  return found;
}

function offered(site: Site, project: Project, kind: string, key: string): WorkflowRuleDefinition {
  const found = site.modules.rulesFor(project).find((rule) => rule.kind === kind && rule.key === key);
  if (found === undefined) throw new PageRefusal(404);
  return found;
}

function ruleOf(site: Site, { workflow }: Place, id: string): { rule: WorkflowRule; definition: WorkflowRuleDefinition } {
  const rule = site.store.workflows.rules.of(workflow.id).find((each) => each.id === id);
  const definition = rule && site.modules.rule(rule.kind, rule.moduleKey);
  if (rule === undefined || definition === undefined) throw new PageRefusal(404);
  return { rule, definition };
}

const Transitions: FC<{ site: Site; viewer: Viewer; place: Place }> = ({ site, viewer, place }) => {
  const rules = site.store.workflows.rules.of(place.workflow.id);
  return (
    <>
      {place.workflow.transitions.map((transition) => {
        const status = (id: string): string => localised(site.store.workflows.status(id).name, viewer.language);
        const name = localised(transition.name, viewer.language);
        return (
          <section aria-labelledby={`transition-${transition.id}`}>
            <h2 id={`transition-${transition.id}`}>
              {name}{' '}
              <span class="subtle small">
                {transition.from.map(status).join(', ')} → {status(transition.to)}
              </span>
            </h2>
            <RuleList site={site} viewer={viewer} place={place} rules={rules.filter(({ transitionId }) => transitionId === transition.id)} />
            <AddRule site={site} viewer={viewer} place={place} transition={transition} name={name} />
          </section>
        );
      })}
    </>
  );
};

const RuleList: FC<{ site: Site; viewer: Viewer; place: Place; rules: readonly WorkflowRule[] }> = ({ site, viewer, place, rules }) => {
  const { t, user } = viewer;
  if (rules.length === 0) return <p class="subtle">{t('noRules')}</p>;
  return (
    <ul class="link-list">
      {rules.map((rule) => {
        const definition = site.modules.rule(rule.kind, rule.moduleKey);
        const path = `${place.base}/rules/${rule.id}`;
        const name = definition === undefined ? rule.moduleKey : site.modules.text(definition.name, user);
        return (
          <li>
            <span class="tag">{t(kindWord(rule.kind))}</span> <strong>{name}</strong>{' '}
            <span class="subtle">{definition === undefined ? t('ruleWithoutApp') : ruleInWords(site, viewer, definition, rule)}</span>{' '}
            {definition?.screens.view === undefined ? null : (
              <a href={`${path}/view`} aria-label={`${t('viewRule')}: ${name}`}>
                {t('viewRule')}
              </a>
            )}{' '}
            {definition?.screens.edit === undefined ? null : (
              <a href={path} aria-label={`${t('editRule')}: ${name}`}>
                {t('editRule')}
              </a>
            )}{' '}
            <form class="inline" method="post" action={`${path}/remove`}>
              <button class="button" aria-label={`${t('removeRule')}: ${name}`}>
                {t('removeRule')}
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
};

const AddRule: FC<{ site: Site; viewer: Viewer; place: Place; transition: Transition; name: string }> = ({ site, viewer, place, transition, name }) => {
  const { t, user } = viewer;
  const rules = site.modules.rulesFor(place.project);
  if (rules.length === 0) return null;
  return (
    <form method="post" action={place.base}>
      <input type="hidden" name="transition" value={transition.id} />
      <select name="rule" aria-label={`${t('addRule')}: ${name}`} style="max-width:100%">
        {rules.map((rule) => (
          <option value={`${rule.kind} ${rule.key}`}>
            {t(kindWord(rule.kind))}: {site.modules.text(rule.name, user)}
          </option>
        ))}
      </select>{' '}
      <button class="button" aria-label={`${t('addRule')}: ${name}`}>
        {t('addRule')}
      </button>
    </form>
  );
};

function kindWord(kind: WorkflowRuleKind): 'ruleValidator' | 'ruleCondition' {
  return kind === 'validator' ? 'ruleValidator' : 'ruleCondition';
}
