import type { ReactNode } from 'react';
import { readGuard } from '../../../src/contract/gate-operations';
import type { GuardedTransition } from '../../gate/gate-view';
import { call } from '../../shared/client';
import { errorText } from '../../shared/error-note';
import { Icon } from '../../shared/icon';
import { Note } from '../../shared/note';
import { useAnswer } from '../../shared/use-answer';
import { Disclosure } from '../../page/disclosure';
import { useProjectScreen } from '../project-screen';

/** Older ones stand in the history. */
const mostBypassed = 10;

const ask = () => call(readGuard, {});

/** Whether Jira enforces the gate. Asked for by itself, so that the rest of the section does not wait for it. */
export function GuardBanner(): ReactNode {
  const { t, format } = useProjectScreen();
  const { asked, askAgain } = useAnswer(ask);
  if (asked.kind === 'waiting') return <p className="guard subtle"><Icon name="clock" />{t('guard.waiting')}</p>;
  // The rest of the section works without it, so it is no alarm.
  if (asked.kind === 'refused') {
    return (
      <p className="guard subtle">
        <Icon name="warning" />
        <span>{t('guard.unknown', { why: errorText(t, asked.error).title })} <button type="button" className="button button-link" onClick={askAgain}>{t('tryAgain')}</button></span>
      </p>
    );
  }
  const { guarded, removed, bypassed } = asked.data;
  return (
    <>
      {bypassed.length > 0 && (
        <Note kind="error" title={t('guard.bypassed', { count: bypassed.length })}>
          <ul className="transitions">
            {bypassed.slice(0, mostBypassed).map(({ deliverable, at }) => (
              <li key={`${deliverable} ${at}`}>
                <bdi>{deliverable}</bdi> <span className="small">· {format.instant(at)}</span>
              </li>
            ))}
          </ul>
          {bypassed.length > mostBypassed && <p>{t('guard.bypassedMore', { count: bypassed.length - mostBypassed })}</p>}
          <p>{t('guard.bypassedBody')}</p>
        </Note>
      )}
      {removed.length > 0 && (
        <Note kind="warning" title={t('guard.removed', { count: removed.length })} action={{ label: t('guard.again'), onAction: askAgain }}>
          <Transitions transitions={removed} />
          <p>{t('guard.removedBody')}</p>
        </Note>
      )}
      {guarded.length === 0 && removed.length === 0 && (
        <Note kind="warning" title={t('guard.nobody')}>
          <p>{t('guard.nobodyBody')}</p>
          <HowToAttach />
        </Note>
      )}
      {guarded.length > 0 && (
        <div className="guard guard-on">
          <Icon name="check" />
          <div>
            <strong>{t('guard.on', { count: guarded.length })}</strong>
            {guarded.length > 3 ? <Disclosure label={t('guard.which')}>{() => <Transitions transitions={guarded} />}</Disclosure> : <Transitions transitions={guarded} />}
          </div>
        </div>
      )}
    </>
  );
}

function Transitions({ transitions }: { readonly transitions: readonly GuardedTransition[] }): ReactNode {
  const { t } = useProjectScreen();
  return (
    <ul className="transitions">
      {transitions.map(({ workflow, transition, requirement }) => (
        <li key={`${workflow} ${transition}`}>
          <bdi>{transition}</bdi> <span className="small">· {t(`guard.${requirement}`)} · <bdi>{workflow}</bdi></span>
        </li>
      ))}
    </ul>
  );
}

function HowToAttach(): ReactNode {
  const { t } = useProjectScreen();
  return (
    <Disclosure label={t('guard.how')}>
      {() => (
        <ol className="guard-steps">
          <li>{t('guard.how1')}</li>
          <li>{t('guard.how2')}</li>
          <li>{t('guard.how3')}</li>
          <li>{t('guard.how4')}</li>
        </ol>
      )}
    </Disclosure>
  );
}
