import type { ReactNode } from 'react';
import type { QuarterKpisView } from '../../src/contract/kpis';
import { Icon } from '../shared/icon';
import { gapWords } from './gap-words';
import { InfoButton } from './info-button';
import { periodWords, useKpiScreen } from './kpi-screen';
import { QuarterBars } from './quarter-bars';
import { standingOf, tileOf, type TileKey } from './tiles';

interface KpiTileProperties {
  readonly name: TileKey;
  /** The last one is this quarter. */
  readonly quarters: readonly QuarterKpisView[];
  readonly isOpen?: boolean;
  /** Shows what stands behind the number; left out where there is no room for it. */
  readonly onOpen?: () => void;
}

/** One figure: this quarter's value against its goal, the last five quarters, and what it rests on. */
export function KpiTile({ name, quarters, isOpen = false, onOpen }: KpiTileProperties): ReactNode {
  const { t, format } = useKpiScreen();
  const shown = quarters.map((kpis) => ({ name: periodWords(t, kpis.quarter), tile: tileOf(t, format, name, kpis) }));
  const now = shown.at(-1);
  if (now === undefined) return null;
  const { value, detail, goal, progress, isReached, gaps } = now.tile;
  const standing = standingOf(t, name, now.tile);
  // What does not cover everything is no reason to be at ease.
  const isSurelyReached = isReached === true && gaps.length === 0;
  return (
    <li className={`card kpi-tile ${isOpen ? 'kpi-tile-open' : ''}`}>
      <div className="kpi-head">
        <h2>{t(`kpi.${name}`)}</h2>
        <InfoButton label={t('kpi.about', { name: t(`kpi.${name}`) })}>{t(`kpi.${name}.formula`)}</InfoButton>
      </div>
      <strong className="kpi-value">{value}</strong>
      {detail !== null && <span className="small">{detail}</span>}
      {progress !== null && (
        <span className={`kpi-progress ${isSurelyReached ? 'kpi-reached' : ''}`} aria-hidden="true"><span style={{ inlineSize: `${progress * 100}%` }} /></span>
      )}
      {goal !== null && (
        <span className="small">
          {t('kpi.goal', { goal })} {standing !== null && <span className={isSurelyReached ? 'kpi-yes' : 'kpi-no'}><Icon name={isReached === true ? 'check' : 'minus'} /> {standing}</span>}
        </span>
      )}
      <QuarterBars label={t('kpi.history', { name: t(`kpi.${name}`) })} quarters={shown} />
      {gaps.length > 0 && (
        <p className="kpi-gaps"><Icon name="warning" /><span>{t('kpi.incomplete')} {gaps.map((gap) => gapWords(t, gap)).join(' ')}</span></p>
      )}
      {onOpen !== undefined && <button type="button" className="button button-link" aria-expanded={isOpen} onClick={onOpen}>{t('kpi.behind')}<span className="unseen"> {t(`kpi.${name}`)}</span></button>}
    </li>
  );
}
