import './evidence.css';
import type { ReactNode } from 'react';
import type { Evidence } from '../../../src/domain/gate-evidence';
import { ChangeList } from '../../shared/change-list';
import { Filled } from '../../shared/filled';
import { GateLozenge } from '../../shared/lozenge';
import { Disclosure } from '../../page/disclosure';
import { useGateScreen } from '../gate-screen';
import { NamedBar } from './bar';
import { FoldedList } from './folded-list';
import { GuidelinesTile } from './guidelines-tile';
import { ScheduleTile } from './schedule-tile';
import { Tile } from './tile';
import { withoutDealId } from './without-deal-id';
import { WorkTile } from './work-tile';

interface EvidenceBoardProperties {
  readonly evidence: Evidence;
  /** Everything unfolded, for a sheet of paper. */
  readonly isPaper?: boolean;
  /** What is the company's own business: hours, margin, earlier decisions and changes of the guidelines. */
  readonly showsInternals?: boolean;
}

/** All that a decision needs, on one screen: the sign of each part can be read without its words. */
export function EvidenceBoard({ evidence, isPaper = false, showsInternals = true }: EvidenceBoardProperties): ReactNode {
  const { guidelines, schedule, work } = evidence;
  return (
    <div className="tiles">
      <WorkTile work={work} isPaper={isPaper} />
      <ScheduleTile schedule={schedule} work={work} />
      <DocumentsTile documents={evidence.documents} isPaper={isPaper} />
      {showsInternals && (
        <>
          <GuidelinesTile guidelines={guidelines} isPaper={isPaper} />
          <HoursTile hours={evidence.hours} />
          <ScopeTile scopeChanges={evidence.scopeChanges} isPaper={isPaper} />
          <MarginTile margin={evidence.margin} />
          <EarlierTile earlier={evidence.earlier} isPaper={isPaper} />
        </>
      )}
    </div>
  );
}

function HoursTile({ hours }: Pick<Evidence, 'hours'>): ReactNode {
  const { t, format } = useGateScreen();
  if (hours === null) return <Tile title={t('evidence.hours')} look="unknown" headline={t('evidence.noGuidelines')} />;
  const { planned, budget } = hours;
  const over = planned - budget;
  const whole = Math.max(planned, budget, 1);
  return (
    <Tile
      title={t('evidence.hours')}
      look={over > 0 ? 'bad' : 'good'}
      headline={over > 0 ? t('evidence.hoursOver', { hours: format.hours(over * 60) }) : t('evidence.hoursWithin')}
    >
      <NamedBar
        name={t('evidence.planned')}
        figure={format.hours(planned * 60)}
        parts={[{ filling: 'time', share: Math.min(planned, budget) / whole }, { filling: 'over', share: Math.max(0, over) / whole }]}
      />
      <NamedBar name={t('evidence.budget')} figure={format.hours(budget * 60)} parts={[{ filling: 'done', share: budget / whole }]} />
    </Tile>
  );
}

function ScopeTile({ scopeChanges, isPaper }: Pick<Evidence, 'scopeChanges'> & { readonly isPaper: boolean }): ReactNode {
  const { t } = useGateScreen();
  const { total, changes, deals } = scopeChanges;
  const list = (): ReactNode => <ChangeList changes={changes.map((change) => withoutDealId(change, deals))} deals={deals} />;
  return (
    <Tile title={t('evidence.scope')} look={total === 0 ? 'good' : 'attention'} headline={total === 0 ? t('evidence.scopeSame') : t('evidence.scopeChanges', { count: total })}>
      {changes.length > 0 && (isPaper ? list() : <Disclosure label={t('evidence.scopeShow')}>{list}</Disclosure>)}
      {total > changes.length && <p className="small">{t('evidence.firstOnly', { count: changes.length })}</p>}
    </Tile>
  );
}

function DocumentsTile({ documents, isPaper }: Pick<Evidence, 'documents'> & { readonly isPaper: boolean }): ReactNode {
  const { t } = useGateScreen();
  if (documents.kind === 'notConnected') {
    // What the app does not know is no news for a client.
    if (isPaper) return null;
    return <Tile title={t('evidence.documents')} look="unknown" headline={t('evidence.notConnected')}><p className="small">{t('evidence.documentsAside')}</p></Tile>;
  }
  const missing = documents.value;
  return (
    <Tile title={t('evidence.documents')} look={missing.length === 0 ? 'good' : 'attention'} headline={missing.length === 0 ? t('evidence.documentsThere') : t('evidence.documentsMissing', { count: missing.length })}>
      <FoldedList items={missing} shown={5} isPaper={isPaper}>{({ requirement, of }) => <>{t(`document.${requirement}`)} · <bdi>{of}</bdi></>}</FoldedList>
    </Tile>
  );
}

function MarginTile({ margin }: Pick<Evidence, 'margin'>): ReactNode {
  const { t, format } = useGateScreen();
  if (margin.kind === 'notConnected') {
    return <Tile title={t('evidence.margin')} look="unknown" headline={t('evidence.notConnected')}><p className="small">{t('evidence.marginAside')}</p></Tile>;
  }
  const { current, target } = margin.value;
  const of = { current: format.percent(current), target: format.percent(target) };
  return <Tile title={t('evidence.margin')} look={current < target ? 'bad' : 'good'} headline={t(current < target ? 'evidence.marginBelow' : 'evidence.marginGood', of)} />;
}

function EarlierTile({ earlier, isPaper }: Pick<Evidence, 'earlier'> & { readonly isPaper: boolean }): ReactNode {
  const { t, format } = useGateScreen();
  const latest = earlier[0]?.verdict.kind;
  return (
    <Tile
      title={t('evidence.earlier')}
      look={latest === undefined ? 'unknown' : latest === 'noGo' ? 'attention' : 'good'}
      headline={latest === undefined ? t('evidence.noneEarlier') : t('evidence.earlierCount', { count: earlier.length })}
    >
      <FoldedList items={earlier} shown={2} isPaper={isPaper}>
        {({ verdict, reason, decidedBy, decidedAt }) => (
          <>
            <GateLozenge state={verdict.kind} />{' '}
            <span className="small"><Filled text={t('evidence.earlierBy')} values={{ person: decidedBy.name, when: format.instant(decidedAt) }} /></span>
            <span className="written earlier-reason">{reason}</span>
          </>
        )}
      </FoldedList>
    </Tile>
  );
}
