import type { ReactNode } from 'react';
import type { GuidelinesEvidence } from '../../../src/domain/gate-evidence';
import type { Person } from '../../../src/domain/person';
import { Filled } from '../../shared/filled';
import { Icon, type IconName } from '../../shared/icon';
import { useGateScreen } from '../gate-screen';
import { FoldedList } from './folded-list';
import { Tile, type Look } from './tile';

const shown = 5;

/** Which version was in force, who knows it, and who is behind. */
export function GuidelinesTile({ guidelines, isPaper }: { readonly guidelines: GuidelinesEvidence | null; readonly isPaper: boolean }): ReactNode {
  const { t, format } = useGateScreen();
  if (guidelines === null) return <Tile title={t('evidence.guidelines')} look="unknown" headline={t('evidence.noGuidelines')} />;
  const { version, publishedAt, publishedBy, acknowledged, behind } = guidelines;
  return (
    <Tile title={t('evidence.guidelines')} look={lookOf(guidelines)} headline={headline()}>
      <FoldedList items={[...behind.map(row('sign-old', 'clock')), ...acknowledged.map(row('sign-good', 'check'))]} shown={shown} isPaper={isPaper}>
        {({ sign, icon, person }) => (
          <>
            <span className={`sign ${sign}`}><Icon name={icon} /></span> <bdi>{person.name}</bdi>{' '}
            <span className="small">{t(sign === 'sign-old' ? 'evidence.isBehind' : 'evidence.hasAcknowledged')}</span>
          </>
        )}
      </FoldedList>
      <p className="small">
        <Filled text={t('evidence.published', { version })} values={{ person: publishedBy.name, when: format.instant(publishedAt) }} />
      </p>
    </Tile>
  );

  function headline(): string {
    if (behind.length > 0) return t('evidence.behind', { version, count: behind.length });
    return acknowledged.length === 0 ? t('evidence.unacknowledged', { version }) : t('evidence.acknowledged', { version, count: acknowledged.length });
  }
}

function lookOf({ acknowledged, behind }: GuidelinesEvidence): Look {
  return behind.length > 0 || acknowledged.length === 0 ? 'attention' : 'good';
}

const row =
  (sign: 'sign-good' | 'sign-old', icon: IconName) =>
  (person: Person): { readonly sign: typeof sign; readonly icon: IconName; readonly person: Person } => ({ sign, icon, person });
