import type { ReactNode } from 'react';
import { acknowledgeGuidelines, type PanelView } from '../../src/contract/panel';
import { ChangeList } from '../shared/change-list';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { Icon } from '../shared/icon';
import { useAction } from '../shared/use-action';
import { useLaterFocus } from '../shared/use-later-focus';
import { usePanel } from './use-panel';

interface AcknowledgementProperties {
  readonly version: number;
  readonly acknowledged: number | null;
  readonly changes: PanelView['changes'];
  readonly deals: PanelView['deals'];
  readonly onAcknowledged: (view: PanelView) => void;
  /** Called when a newer version was published meanwhile. */
  readonly onOutdated: () => void;
}

/** Asks the reader to say that they have read the current version, and remembers that they did. */
export function Acknowledgement({ version, acknowledged, changes, deals, onAcknowledged, onOutdated }: AcknowledgementProperties): ReactNode {
  const { t } = usePanel();
  const { busy, error, run } = useAction();
  const [done, focusDone] = useLaterFocus<HTMLParagraphElement>();
  const isDone = acknowledged !== null && acknowledged >= version;

  const acknowledge = (): void => {
    void run(() => call(acknowledgeGuidelines, { version }), (view) => {
      focusDone();
      onAcknowledged(view);
    });
  };

  return (
    <>
      {isDone && (
        <p className="acknowledged" ref={done} tabIndex={-1} role="status">
          <Icon name="check" /> {t('ack.done', { version })}
        </p>
      )}
      {!isDone && (
        <section className="acknowledge" aria-labelledby="acknowledge-heading">
          <h2 id="acknowledge-heading">{t(acknowledged === null ? 'ack.first' : 'ack.newer', { version })}</h2>
          <WhatIsNew acknowledged={acknowledged} changes={changes} deals={deals} />
          {error !== null && <ErrorNote error={error} onRetry={error.code === 'conflict' ? onOutdated : acknowledge} />}
          <button type="button" className="button button-primary" disabled={busy} onClick={acknowledge}>
            {busy ? t('ack.busy') : t('ack.button', { version })}
          </button>
        </section>
      )}
    </>
  );
}

function WhatIsNew({ acknowledged, changes, deals }: Pick<AcknowledgementProperties, 'acknowledged' | 'changes' | 'deals'>): ReactNode {
  const { t } = usePanel();
  if (acknowledged === null) return <p>{t('ack.firstBody')}</p>;
  if (changes === null) return <p>{t('ack.manyChanges', { version: acknowledged })}</p>;
  if (changes.length === 0) return <p>{t('ack.noChanges', { version: acknowledged })}</p>;
  return (
    <>
      <p>{t('ack.since', { version: acknowledged })}</p>
      <ChangeList changes={changes} deals={deals} />
    </>
  );
}
