import type { Delivery } from '../push/delivery';
import type { FlowSettings } from '../push/flow';
import type { OutboundMessageSettings } from '../push/outbound-message';
import type { Language } from './language';

interface PushProps<Settings> {
  readonly language: Language;
  readonly settings: Settings;
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
}

/** The Flow: where it calls, with which secret, and what it has sent. */
export function FlowForm({ language, settings, deliveries }: PushProps<FlowSettings>) {
  const { texts } = language;
  return (
    <section aria-labelledby="flow">
      <h2 id="flow">{texts.flow}</h2>
      <p class="quiet">{texts.flowHint}</p>
      <form class="row" method="post" action="/setup/flow">
        <label>{texts.url}<input class="wide" type="url" name="url" value={settings.url} /></label>
        <label>{texts.secret}<input type="password" name="secret" autocomplete="off" placeholder={settings.secret === '' ? '' : '••••••'} title={texts.secretKept} /></label>
        <label class="check"><input type="checkbox" name="on" value="1" checked={settings.on} />{texts.on}</label>
        <button class="main" type="submit">{texts.save}</button>
      </form>
      <form method="post" action="/setup/flow/test"><p><button type="submit">{texts.sendTest}</button></p></form>
      <Deliveries language={language} deliveries={deliveries} />
    </section>
  );
}

/** The outbound message: its endpoint, and the notifications it has sent. */
export function OutboundMessageForm({ language, settings, deliveries }: PushProps<OutboundMessageSettings>) {
  const { texts } = language;
  return (
    <section aria-labelledby="outbound-message">
      <h2 id="outbound-message">{texts.outboundMessage}</h2>
      <p class="quiet">{texts.outboundMessageHint}</p>
      <form class="row" method="post" action="/setup/outbound-message">
        <label>{texts.endpoint}<input class="wide" type="url" name="url" autocomplete="off" value={settings.url} /></label>
        <label class="check"><input type="checkbox" name="on" value="1" checked={settings.on} />{texts.on}</label>
        <button class="main" type="submit">{texts.save}</button>
      </form>
      <form method="post" action="/setup/outbound-message/test"><p><button type="submit">{texts.sendTest}</button></p></form>
      <Deliveries language={language} deliveries={deliveries} />
    </section>
  );
}

function Deliveries({ language: { texts, instant }, deliveries }: Pick<PushProps<unknown>, 'language' | 'deliveries'>) {
  return (
    <>
      <h3>{texts.deliveries}</h3>
      {deliveries.length === 0 ? <p class="quiet">{texts.noDeliveries}</p> : (
        <div class="scroll">
          <table class="cards">
            <thead>
              <tr>
                <th scope="col">{texts.when}</th><th scope="col">{texts.name}</th><th scope="col">{texts.stage}</th><th scope="col">{texts.deliveryState}</th>
                <th scope="col" class="number">{texts.attempts}</th><th scope="col">{texts.answer}</th><th scope="col">{texts.nextTry}</th>
              </tr>
            </thead>
            <tbody>
              {deliveries.map((delivery) => (
                <tr>
                  <td data-label={texts.when} class="nowrap">{delivery.lastAt === undefined ? '–' : instant(delivery.lastAt)}</td>
                  <td data-label={texts.name}><a href={`/deals/${delivery.opportunityId}`}><code>{delivery.opportunityId}</code></a></td>
                  <td data-label={texts.stage}>{delivery.stageName}</td>
                  <td data-label={texts.deliveryState}><span class={`badge ${{ waiting: '', delivered: 'good', failed: 'bad' }[delivery.state]}`}>{texts[delivery.state]}</span></td>
                  <td data-label={texts.attempts} class="number">{delivery.attempts}</td>
                  <td data-label={texts.answer}>{[delivery.lastStatus, delivery.lastError].filter((part) => part !== undefined).join(' · ') || '–'}</td>
                  <td data-label={texts.nextTry} class="nowrap">{delivery.nextAt === undefined ? '–' : instant(delivery.nextAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
