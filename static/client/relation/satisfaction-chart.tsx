import type { ReactNode } from 'react';
import { isLow, placeOfScore, scoreText, type RelationFact, type Satisfaction } from '../../../src/domain/relation';
import { Disclosure } from '../../page/disclosure';
import { placeBetween } from '../../shared/plain-days';
import { useClientScreen } from '../client-screen';

export type Asked = Extract<RelationFact, { readonly kind: 'satisfaction' }>;

const [width, height, edge] = [600, 96, 10];

/** How content the client was over time, on both scales at once, with the numbers behind it. @param asked the newest first, at least one. */
export function SatisfactionChart({ asked }: { readonly asked: readonly Asked[] }): ReactNode {
  const { t, format } = useClientScreen();
  const [newest, oldest] = [asked[0], asked.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  const point = ({ on, score }: Asked) => ({ x: edge + placeBetween(on, oldest.on, newest.on) * (width - 2 * edge), y: height - edge - placeOfScore(score) * (height - 2 * edge) });
  const line = (scale: Satisfaction['scale']): string => asked.filter(({ score }) => score.scale === scale).map((one) => { const { x, y } = point(one); return `${x},${y}`; }).join(' ');
  return (
    <section className="card">
      <h2>{t('relation.satisfaction')}</h2>
      <svg className="relation-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('relation.chart', { count: asked.length, score: scoreText(newest.score), date: format.date(newest.on) })}>
        {[0, 0.5, 1].map((at) => <line key={at} className="relation-grid" x1={0} x2={width} y1={edge + at * (height - 2 * edge)} y2={edge + at * (height - 2 * edge)} />)}
        {(['five', 'nps'] as const).map((scale) => <polyline key={scale} className={`relation-curve relation-curve-${scale}`} points={line(scale)} />)}
        {asked.map((one, place) => {
          const { x, y } = point(one);
          const look = `relation-point ${isLow(one.score) ? 'relation-point-low' : ''}`;
          return one.score.scale === 'five' ? <circle key={place} className={look} cx={x} cy={y} r={5} /> : <rect key={place} className={look} x={x - 4.5} y={y - 4.5} width={9} height={9} />;
        })}
      </svg>
      <p className="small">{t('relation.chart.legend', { from: format.date(oldest.on), to: format.date(newest.on) })}</p>
      <Disclosure label={t('relation.chart.table')}>
        {() => (
          <div className="scroll">
            <table className="table">
              <thead><tr><th scope="col">{t('relation.day')}</th><th scope="col">{t('relation.score')}</th><th scope="col">{t('relation.comment')}</th></tr></thead>
              <tbody>
                {asked.map(({ on, score, text }, place) => <tr key={place}><th scope="row">{format.date(on)}</th><td>{scoreText(score)}</td><td><bdi>{text}</bdi></td></tr>)}
              </tbody>
            </table>
          </div>
        )}
      </Disclosure>
    </section>
  );
}
