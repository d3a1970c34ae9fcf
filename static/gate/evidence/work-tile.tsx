import type { ReactNode } from 'react';
import type { WorkItem } from '../../../src/domain/deliverable';
import type { WorkEvidence } from '../../../src/domain/gate-evidence';
import { Icon } from '../../shared/icon';
import { useGateScreen } from '../gate-screen';
import { IssueName } from '../deliverable-name';
import { Bar } from './bar';
import { FoldedList } from './folded-list';
import { Tile, type Look } from './tile';

/** As many as are read at a glance. */
const shown = 5;

/** What blocks the handover first, then how far the work is, and what is not done. */
export function WorkTile({ work, isPaper }: { readonly work: WorkEvidence; readonly isPaper: boolean }): ReactNode {
  const { t, format } = useGateScreen();
  const { done, inProgress, toDo, blockers } = work;
  const total = done + inProgress + toDo;
  const blocking = new Set(blockers.map(({ issueId }) => issueId));
  const unfinished = work.unfinished.filter(({ issueId }) => !blocking.has(issueId));
  return (
    <Tile
      title={t('evidence.work')}
      look={lookOf(work)}
      headline={total === 0 ? (work.status === null ? t('evidence.noWork') : t('evidence.itself', { status: work.status })) : t('evidence.workDone', { done, total, percent: format.percent(Math.floor((done / total) * 100)) })}
    >
      {total === 0 && work.status !== null && <p className="small">{t('evidence.noParts')}</p>}
      {total > 0 && (
        <>
          <Bar parts={[{ filling: 'done', share: done / total }, { filling: 'progress', share: inProgress / total }]} />
          <ul className="share-legend">
            <li><span className="share-swatch share-done" />{t('evidence.done', { count: done })}</li>
            <li><span className="share-swatch share-progress" />{t('evidence.inProgress', { count: inProgress })}</li>
            <li><span className="share-swatch share-rest" />{t('evidence.toDo', { count: toDo })}</li>
          </ul>
        </>
      )}
      {blockers.length > 0 && (
        <div className="blockers">
          <h5><Icon name="warning" />{t('evidence.blockers', { count: blockers.length })}</h5>
          <FoldedList items={blockers} shown={shown} isPaper={isPaper}>{(item) => <Item item={item} />}</FoldedList>
        </div>
      )}
      {unfinished.length > 0 && (
        <div>
          <h5>{t('evidence.unfinished')}</h5>
          <FoldedList items={unfinished} shown={shown} isPaper={isPaper}>{(item) => <Item item={item} />}</FoldedList>
          {inProgress + toDo > work.unfinished.length && <p className="small">{t('evidence.firstOnly', { count: work.unfinished.length })}</p>}
        </div>
      )}
    </Tile>
  );
}

function lookOf({ status, done, inProgress, toDo, blockers }: WorkEvidence): Look {
  if (blockers.length > 0) return 'bad';
  if (inProgress + toDo > 0) return 'attention';
  return done === 0 && status === null ? 'unknown' : 'good';
}

function Item({ item }: { readonly item: WorkItem }): ReactNode {
  return (
    <>
      <IssueName issueKey={item.issueKey} summary={item.summary} /> <span className="small">· <bdi>{item.status}</bdi></span>
    </>
  );
}
