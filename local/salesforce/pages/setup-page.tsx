import type { Fault } from '../faults';
import type { Delivery } from '../push/delivery';
import type { FlowSettings } from '../push/flow';
import type { OutboundMessageSettings } from '../push/outbound-message';
import type { OrgFeatures } from '../store/features';
import type { Stage } from '../store/stages';
import { FaultSettings } from './fault-settings';
import { FeatureSettings } from './feature-settings';
import { fill } from './language';
import type { Language } from './language';
import { FlowForm, OutboundMessageForm } from './push-settings';

interface SetupPageProps {
  readonly language: Language;
  readonly stages: readonly Stage[];
  readonly dealsByStage: ReadonlyMap<string, number>;
  readonly flow: FlowSettings;
  readonly callouts: readonly Delivery[];
  readonly outboundMessage: OutboundMessageSettings;
  readonly notifications: readonly Delivery[];
  readonly faults: readonly Fault[];
  readonly budget: { readonly used: number; readonly max: number };
  readonly blocked: boolean;
  readonly features: OrgFeatures;
}

/** The org's settings: stages, the Flow, the outbound message, its features, and faults on order. */
export function SetupPage(props: SetupPageProps) {
  const { language, flow, callouts, outboundMessage, notifications } = props;
  return (
    <>
      <StageSettings {...props} />
      <FlowForm language={language} settings={flow} deliveries={callouts} />
      <OutboundMessageForm language={language} settings={outboundMessage} deliveries={notifications} />
      <FeatureSettings language={language} features={props.features} />
      <FaultSettings {...props} />
    </>
  );
}

function StageSettings({ language: { texts, number }, stages, dealsByStage }: SetupPageProps) {
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{texts.stages}</h2>
      <div class="scroll">
        <table class="cards">
          <thead>
            <tr>
              <th scope="col">{texts.apiName}</th><th scope="col">{texts.label}</th><th scope="col">{texts.kind}</th><th scope="col" class="number">{texts.probability}</th>
              <th scope="col" class="number">{texts.dealsIn}</th><th scope="col">{texts.state}</th><th scope="col">{texts.rename}</th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr>
                <td data-label={texts.apiName}>{stage.apiName}</td>
                <td data-label={texts.label}>{stage.label}</td>
                <td data-label={texts.kind}>{stage.won ? texts.closedWon : stage.closed ? texts.closedLost : texts.open}</td>
                <td data-label={texts.probability} class="number">{`${stage.probability} %`}</td>
                <td data-label={texts.dealsIn} class="number">{number(dealsByStage.get(stage.apiName) ?? 0)}</td>
                <td data-label={texts.state}>
                  <form class="inline" method="post" action="/setup/stages/active">
                    <span class={stage.active ? 'good' : 'quiet'}>{stage.active ? texts.active : texts.inactive}</span>
                    <input type="hidden" name="stage" value={stage.apiName} />
                    <button type="submit" name="active" value={stage.active ? '0' : '1'}>{stage.active ? texts.deactivate : texts.activate}</button>
                  </form>
                </td>
                <td data-label={texts.rename}>
                  <form class="inline" method="post" action="/setup/stages/rename">
                    <input type="hidden" name="stage" value={stage.apiName} />
                    <input name="name" required maxlength={255} value={stage.apiName} aria-label={fill(texts.renameStage, { stage: stage.apiName })} />
                    <label class="check"><input type="checkbox" name="replace" value="1" />{texts.replaceOnDeals}</label>
                    <button type="submit">{texts.rename}</button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{texts.addStage}</h3>
      <form class="row" method="post" action="/setup/stages">
        <label>{texts.apiName}<input name="name" required maxlength={255} /></label>
        <label>{`${texts.probability} (%)`}<input class="short" type="number" name="probability" min="0" max="100" step="1" value="50" required /></label>
        <label>{texts.kind}
          <select name="kind"><option value="open">{texts.open}</option><option value="won">{texts.closedWon}</option><option value="lost">{texts.closedLost}</option></select>
        </label>
        <button class="main" type="submit">{texts.add}</button>
      </form>
    </section>
  );
}
