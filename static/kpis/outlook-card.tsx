import type { ReactNode } from 'react';
import type { KpiView } from '../../src/contract/kpis';
import { companyCurrency } from '../../src/domain/kpi/kpis';
import type { Prospect } from '../../src/domain/kpi/outlook';
import { compareTotals, nothing, sumOf, totalOf, type Total } from '../../src/domain/total';
import { Icon, type IconName } from '../shared/icon';
import { Lozenge, type Tone } from '../shared/lozenge';
import { gapWords, marginGapWords } from './gap-words';
import { InfoButton } from './info-button';
import { periodWords, useKpiScreen } from './kpi-screen';
import { outlookWords } from './outlook-words';
import { pictureSize } from './picture-size';

const looks: Readonly<Record<Prospect, { readonly tone: Tone; readonly icon: IconName }>> = {
  reached: { tone: 'success', icon: 'check' },
  planned: { tone: 'success', icon: 'check' },
  possible: { tone: 'warning', icon: 'warning' },
  missed: { tone: 'danger', icon: 'warning' },
};

/** How the quarter will end: one sentence, a picture of what it is made of, and the margin beside it. */
export function OutlookCard({ view: { outlook, quarter, quarters, goals } }: { readonly view: KpiView }): ReactNode {
  const { t, format } = useKpiScreen();
  const { prospect, margin, targetMargin, gaps } = outlook;
  const isAbove = margin.kind === 'known' && margin.basisPoints >= targetMargin * 100;
  return (
    <section className="card outlook">
      <div className="kpi-head">
        <h2>{t('outlook.title', { quarter: periodWords(t, quarter) })}</h2>
        <InfoButton label={t('kpi.about', { name: t('outlook.title', { quarter: periodWords(t, quarter) }) })}>{t('outlook.formula')}</InfoButton>
      </div>
      <p className="outlook-words">
        {prospect !== null && <Lozenge {...looks[prospect]}>{t(`outlook.is.${prospect}`)}</Lozenge>}
        <span>{outlookWords(t, format, outlook)}</span>
      </p>
      <OutlookBar outlook={outlook} managers={quarters.at(-1)?.revenue.managers ?? 0} each={totalOf(goals.targets.revenue)} />
      <p className="outlook-words">
        {margin.kind === 'known' && <Lozenge tone={isAbove ? 'success' : 'danger'} icon={isAbove ? 'check' : 'warning'}>{t(isAbove ? 'outlook.margin.above' : 'outlook.margin.below')}</Lozenge>}
        <span>{margin.kind === 'known' ? t('outlook.margin', { percent: format.points(margin.basisPoints), target: format.percent(targetMargin) }) : t('outlook.margin.unknown', { because: marginGapWords(t, margin.because) })}</span>
      </p>
      {gaps.length > 0 && <p className="kpi-gaps"><Icon name="warning" /><span>{t('kpi.incomplete')} {gaps.map((gap) => gapWords(t, gap)).join(' ')}</span></p>}
    </section>
  );
}

const pieces = ['earned', 'planned', 'tentative'] as const;

/** @param managers whose goals the goal is the sum of. @param each what one of them is to earn. */
function OutlookBar({ outlook, managers, each }: { readonly outlook: KpiView['outlook']; readonly managers: number; readonly each: Total }): ReactNode {
  const { t, format } = useKpiScreen();
  const { goal, expected, tentative } = outlook;
  const possible = sumOf([expected, tentative]);
  const whole = pictureSize(compareTotals(goal, possible) > 0 ? goal : possible);
  if (whole <= 0) return null;
  const share = (amount: Total): string => `${(Math.max(0, pictureSize(amount)) / whole) * 100}%`;
  return (
    <div className="outlook-picture">
      <div className="outlook-bar" aria-hidden="true">
        {pieces.map((piece) => <span key={piece} className={`outlook-${piece}`} style={{ inlineSize: share(outlook[piece]) }} />)}
        {compareTotals(goal, nothing) > 0 && <span className="outlook-goal" style={{ insetInlineStart: share(goal) }} />}
      </div>
      <dl className="outlook-legend">
        {pieces.map((piece) => (
          <div key={piece}>
            <dt><span className={`outlook-key outlook-${piece}`} aria-hidden="true" />{t(`outlook.${piece}`)}</dt>
            <dd>{format.sum(outlook[piece], companyCurrency)}</dd>
          </div>
        ))}
        {compareTotals(goal, nothing) > 0 && (
          <div>
            <dt><span className="outlook-key outlook-goal-key" aria-hidden="true" />{t('outlook.goal')}</dt>
            <dd>{format.sum(goal, companyCurrency)}{managers > 1 && <span className="small"> {t('outlook.goal.of', { count: format.number(managers), each: format.sum(each, companyCurrency) })}</span>}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
