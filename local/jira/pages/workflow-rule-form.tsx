import type { FC } from 'hono/jsx';
import { FRAME_SANDBOX, type FrameDescription } from '../../forge/frame-description';
import type { RuleScreen, WorkflowRuleDefinition } from '../../forge/module-definitions';
import { NotModelled } from '../rest/answers';
import { configurationInWords } from '../workflow-expression';
import type { WorkflowRule } from '../workflow-rule-store';
import { Breadcrumbs, SectionMessage } from './parts';
import type { Site, Viewer } from './site';

/**
 * A rule's screen with the page's own button under it. The button asks the screen for its configuration, which the
 * shell's script does; a `view` screen has no button.
 */
export const RuleForm: FC<{
  site: Site;
  viewer: Viewer;
  title: string;
  lead: string;
  frame: FrameDescription;
  screen: RuleScreen;
  action: string;
  back: string;
}> = ({ site, viewer, title, lead, frame, screen, action, back }) => {
  const { t } = viewer;
  const configured = screen !== 'view';
  return (
    <div>
      <Breadcrumbs label={t('workflow')} steps={[{ href: back, text: t('workflow') }]} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {site.screensBuilt() ? (
        <form method="post" action={action} data-not-ready={t('ruleNotReady')} data-no-text={t('ruleNoText')}>
          <iframe
            class="app-frame"
            title={title}
            sandbox={FRAME_SANDBOX}
            src={viewer.frameOrigin + frame.src}
            data-frame={JSON.stringify(frame)}
            {...(configured ? { 'data-rule-screen': screen } : {})}
          />
          <p role="alert" style="color:var(--ds-text-danger)" />
          {configured ? (
            <button class="button button-primary" data-save>
              {t(screen === 'create' ? 'addRule' : 'updateRule')}
            </button>
          ) : null}{' '}
          <a class="button" href={back}>
            {t(configured ? 'cancel' : 'back')}
          </a>
        </form>
      ) : (
        <SectionMessage kind="warning" title={t('notBuilt')}>
          <p>{t('notBuiltHint')}</p>
        </SectionMessage>
      )}
    </div>
  );
};

/** What a rule does, from its configuration where the module says how, otherwise from its description. */
export function ruleInWords(site: Site, viewer: Viewer, definition: WorkflowRuleDefinition, rule: WorkflowRule): string {
  const description = site.modules.text(definition.description, viewer.user);
  try {
    return configurationInWords(definition, rule.configuration) ?? description;
  } catch (error) {
    if (error instanceof NotModelled) return viewer.t('notModelledHere', { what: error.missing });
    throw error;
  }
}
