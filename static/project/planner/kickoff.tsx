import type { ReactNode } from 'react';
import { createKickoff, readKickoff, type KickoffView } from '../../../src/contract/kickoff';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useAnswer } from '../../shared/use-answer';
import { useProjectScreen } from '../project-screen';

const ask = () => call(readKickoff, {});

/** The project's kick-off issue: where it is, or how it comes about. Nothing is shown before a deal is won. */
export function Kickoff(): ReactNode {
  const { asked, askAgain, replace } = useAnswer<KickoffView>(ask);
  if (asked.kind === 'waiting') return null;
  if (asked.kind === 'refused') return <ErrorNote error={asked.error} onRetry={askAgain} />;
  return asked.data.isWon || asked.data.kickoff !== null ? <Standing view={asked.data} onView={replace} /> : null;
}

function Standing({ view: { kickoff, isOn, mayCreate }, onView }: { readonly view: KickoffView; readonly onView: (view: KickoffView) => void }): ReactNode {
  const { t, format, siteUrl } = useProjectScreen();
  const { busy, error, run } = useAction();
  const create = (): void => void run(() => call(createKickoff, {}), onView);
  const canCreate = mayCreate && (kickoff === null || kickoff.state === 'failed');
  return (
    <section className="card kickoff">
      <div className="card-head">
        <h2>{t('kickoff.title')}</h2>
        {canCreate && <button type="button" className="button" disabled={busy} onClick={create}>{t(busy ? 'kickoff.creating' : 'kickoff.create')}</button>}
      </div>
      <p>
        {kickoff === null ? t(isOn ? 'kickoff.notYet' : 'kickoff.off') : kickoff.state === 'created' && kickoff.issueKey !== null ? (
          <>{t('kickoff.created', { when: format.instant(kickoff.at) })} <a href={`${siteUrl}/browse/${kickoff.issueKey}`} target="_top">{kickoff.issueKey}</a></>
        ) : kickoff.state === 'failed' ? t(`kickoff.failed.${kickoff.failure ?? 'unexpected'}`) : t('kickoff.claimed')}
      </p>
      {error !== null && <ErrorNote error={error} />}
    </section>
  );
}
