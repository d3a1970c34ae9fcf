import { useId, useState, type ReactNode } from 'react';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import { agreedBetween } from './agreed-between';
import { Comparison } from './comparison';
import type { GuidelinesView } from './current-guidelines';
import type { NamedDeal } from '../../shared/named-deal';

interface VersionsProperties {
  /** Newest first. */
  readonly versions: GuidelinesView['versions'];
  readonly deals: readonly NamedDeal[];
  readonly shown: number;
  readonly onShow: (version: number) => void;
}

const shortList = 5;

/** Every version there has been, and the difference between any two. */
export function Versions({ versions, deals, shown, onShow }: VersionsProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const [all, setAll] = useState(false);
  const listed = all ? versions : versions.slice(0, shortList);

  return (
    <section className="card">
      <h2>{t('versions.title')}</h2>
      <ol className="versions" reversed start={versions[0]?.version ?? 1}>
        {listed.map((one) => (
          <li key={one.version} aria-current={one.version === shown ? 'true' : undefined}>
            <strong>{t('versions.version', { version: one.version })}</strong>
            <span className="subtle">
              <bdi>{one.publishedBy.name}</bdi>
              {' · '}
              <time dateTime={one.publishedAt} title={format.instant(one.publishedAt)}>{format.relative(one.publishedAt, now())}</time>
            </span>
            {one.change !== null && <span className="small">{t('versions.change')} <bdi>{one.change.title}</bdi></span>}
            {one.version === shown ? (
              <span className="small"><Icon name="arrow" /> {t('versions.shown')}</span>
            ) : (
              <button type="button" className="button button-link" onClick={() => onShow(one.version)} aria-label={t('versions.showNumber', { version: one.version })}>
                {t('versions.show')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {versions.length > listed.length && (
        <button type="button" className="button button-link" onClick={() => setAll(true)}>{t('versions.all', { count: versions.length })}</button>
      )}
      {versions.length > 1 && <Compare key={versions[0]?.version} versions={versions} deals={deals} />}
    </section>
  );
}

function Compare({ versions, deals }: Pick<VersionsProperties, 'versions' | 'deals'>): ReactNode {
  const { t } = useProjectScreen();
  const numbers = versions.map((one) => one.version);
  const newest = numbers[0] ?? 1;
  const [pair, setPair] = useState({ from: numbers[1] ?? newest, to: newest });
  const [open, setOpen] = useState(false);
  const id = useId();
  const select = (end: 'from' | 'to'): ReactNode => (
    <span className="field">
      <label htmlFor={`${id}-${end}`}>{t(`compare.${end}`)}</label>
      <select id={`${id}-${end}`} className="input" value={pair[end]} onChange={(event) => setPair({ ...pair, [end]: Number(event.target.value) })}>
        {numbers.map((version) => <option key={version} value={version}>{t('versions.version', { version })}</option>)}
      </select>
    </span>
  );

  return (
    <div className="compare">
      <h3>{t('compare.title')}</h3>
      <div className="compare-choice">
        {select('from')}
        {select('to')}
        {!open && <button type="button" className="button" onClick={() => setOpen(true)}>{t('compare.show')}</button>}
      </div>
      {open && (pair.from === pair.to ? <p className="subtle">{t('compare.same')}</p> : <Comparison key={`${pair.from}-${pair.to}`} {...pair} deals={deals} agreed={agreedBetween(versions, pair.from, pair.to)} />)}
    </div>
  );
}
