import type { Attempt } from '../webhooks/attempt';
import type { Delivery } from '../webhooks/delivery-table';
import type { Subscription } from '../webhooks/subscription-table';
import { formatInstant } from './formats';
import type { PageFrame } from './page-frame';

export interface WebhookSectionProps {
  readonly frame: PageFrame;
  readonly subscriptions: readonly Subscription[];
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
}

function describe(attempt: Attempt | undefined, { language, texts }: PageFrame): string {
  if (attempt === undefined) return texts.webhookNever;
  return `${formatInstant(attempt.at, language)}: ${'status' in attempt ? String(attempt.status) : `${texts.webhookNoAnswer} (${attempt.error})`}`;
}

function Subscriptions({ frame, subscriptions }: Pick<WebhookSectionProps, 'frame' | 'subscriptions'>) {
  const { texts } = frame;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={texts.webhooks}>
      <table>
        <thead>
          <tr>
            <th>{texts.webhookEvent}</th><th>{texts.webhookUrl}</th><th>{texts.state}</th><th>{texts.webhookLast}</th>
            <th><span class="hidden">{texts.webhookRefresh}</span></th><th><span class="hidden">{texts.webhookDelete}</span></th>
          </tr>
        </thead>
        <tbody>
          {subscriptions.map((each) => (
            <tr>
              <td><code class="whole">{each.event}</code>{each.name === undefined ? null : <div class="muted">{each.name}</div>}</td>
              <td class="address"><code>{each.url}</code></td>
              <td>{each.active ? texts.webhookActive : texts.webhookInactive}</td>
              <td>{describe(each.lastAttempt, frame)}</td>
              <td>
                <form method="post" action={`/settings/webhooks/${each.id}/refresh`}>
                  <button aria-label={`${texts.webhookRefresh}: ${each.event}, ${each.url}`}>{texts.webhookRefresh}</button>
                </form>
              </td>
              <td>
                <form method="post" action={`/settings/webhooks/${each.id}/delete`}>
                  <button class="danger" aria-label={`${texts.webhookDelete}: ${each.event}, ${each.url}`}>{texts.webhookDelete}</button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Deliveries({ frame, deliveries }: Pick<WebhookSectionProps, 'frame' | 'deliveries'>) {
  const { texts, language } = frame;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={texts.deliveries}>
      <table>
        <thead>
          <tr>
            <th>{texts.deliveryAt}</th><th>{texts.webhookEvent}</th><th>{texts.webhookUrl}</th><th>{texts.state}</th>
            <th>{texts.deliveryAttempts}</th><th>{texts.deliveryLast}</th><th>{texts.deliveryNext}</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((each) => (
            <tr>
              <td>{formatInstant(each.createdAt, language)}</td>
              <td><code class="whole">{each.event}</code></td>
              <td class="address"><code>{each.url}</code></td>
              <td>{texts[`delivery_${each.state}`]}</td>
              <td>{String(each.attempts)}</td>
              <td>{describe(each.lastAttempt, frame)}</td>
              <td>{each.nextAt === undefined ? '–' : formatInstant(each.nextAt, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who is told of changes, and what the last events came to. */
export function WebhookSection({ frame, subscriptions, deliveries }: WebhookSectionProps) {
  const { texts } = frame;
  return (
    <section class="card" id="webhooks">
      <h2>{texts.webhooks}</h2>
      {subscriptions.length === 0 ? <p class="muted">{texts.webhookNone}</p> : <Subscriptions frame={frame} subscriptions={subscriptions} />}
      <h2 style="margin-top:18px">{texts.deliveries}</h2>
      {deliveries.length === 0 ? <p class="muted">{texts.deliveryNone}</p> : <Deliveries frame={frame} deliveries={deliveries} />}
    </section>
  );
}
