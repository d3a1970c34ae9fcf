import type { CSSProperties, ReactNode } from 'react';
import type { PlannedLine } from '../../../src/contract/planner';
import { lineName } from '../../planner/line-name';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import { spanOf, type Span, type Timeline } from './weeks';

interface TimelineRowProperties {
  readonly line: PlannedLine;
  readonly timeline: Timeline;
}

/** A staffing line: bars for the eye, a sentence for who listens. */
export function TimelineRow({ line, timeline }: TimelineRowProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const { wanted, entry, drift } = line;
  // What Tempo holds after somebody's change; null when they deleted it.
  const plan = drift === null ? (entry?.plan ?? null) : drift.theirs;
  const asked = wanted === null ? undefined : spanOf(timeline, wanted);
  const bar = plan === null ? undefined : spanOf(timeline, plan);

  return (
    <tr>
      <th scope="row" className="who">
        <bdi className="who-name">{lineName(t, line)}</bdi>
        <span className="small">
          {line.personName !== null && <><bdi>{line.role}</bdi> · </>}
          {wanted === null ? t('timeline.noLine') : t('planner.perDay', { hours: format.hours(wanted.minutesPerDay) })}
        </span>
      </th>
      <td className="lane">
        <span className="unseen">{sentence()}</span>
        <span aria-hidden="true">
          {asked !== undefined && <span className="asked" style={placed(asked)} data-clipped={clipped(asked)} title={askedWords()} />}
          {bar !== undefined && (
            <span className={`bar bar-${look()}`} style={placed(bar)} data-clipped={clipped(bar)} title={planWords()}>
              {drift !== null && <Icon name="warning" />}
              {look() === 'confirmed' && drift === null && <Icon name="check" />}
              <span>{barLabel()}</span>
            </span>
          )}
          {drift !== null && drift.theirs === null && asked !== undefined && (
            <span className="bar bar-deleted" style={placed(asked)}><Icon name="warning" /><span>{t('drift.deletedShort')}</span></span>
          )}
        </span>
      </td>
    </tr>
  );

  function look(): 'tentative' | 'firm' | 'confirmed' | 'released' | 'claimed' | 'drifted' {
    if (drift !== null) return 'drifted';
    if (entry?.state === 'released') return 'released';
    if (entry?.state === 'claimed') return 'claimed';
    return entry?.firmness ?? 'tentative';
  }

  function barLabel(): string {
    const state = look();
    const word = state === 'tentative' || state === 'firm' || state === 'confirmed' ? t(`firmness.${state}`) : t(`entry.${state}`);
    return plan === null ? word : `${word} · ${format.hours(plan.minutesPerDay)}`;
  }

  function askedWords(): string {
    if (wanted === null) return t('row.askedNone');
    return t('row.asked', { period: format.dateRange(wanted.from, wanted.to), hours: format.hours(wanted.minutesPerDay) });
  }

  function planWords(): string {
    if (drift !== null && drift.theirs === null) return t('row.deleted');
    if (plan === null) return t('row.planNone');
    return t('row.plan', { state: barLabel(), period: format.dateRange(plan.from, plan.to) });
  }

  function sentence(): string {
    return `${askedWords()} ${planWords()}`;
  }
}

const placed = (span: Span): CSSProperties => ({ insetInlineStart: `calc(var(--day) * ${span.offset})`, inlineSize: `calc(var(--day) * ${span.days})` });

function clipped(span: Span): 'both' | 'start' | 'end' | undefined {
  if (span.clippedStart) return span.clippedEnd ? 'both' : 'start';
  return span.clippedEnd ? 'end' : undefined;
}
