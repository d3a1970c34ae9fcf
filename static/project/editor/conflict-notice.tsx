import type { ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { Filled } from '../../shared/filled';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import { withDealNames, type NamedDeal } from '../../shared/named-deal';
import { draftDifferences } from './draft-differences';
import type { SavedDraft } from './draft-keeper';

interface ConflictNoticeProperties {
  readonly mine: Draft;
  readonly theirs: SavedDraft;
  readonly deals: readonly NamedDeal[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Two people wrote at the same time: both are shown, and one is chosen. */
export function ConflictNotice({ mine, theirs, deals, onKeepMine, onTakeTheirs }: ConflictNoticeProperties): ReactNode {
  const { t, format } = useProjectScreen();
  const differences = draftDifferences(mine, theirs.draft);
  const written = (text: string): ReactNode => {
    if (text === '') return <span className="subtle">{t('change.empty')}</span>;
    return <span className="written">{withDealNames(format.daysIn(text), deals)}</span>;
  };
  return (
    <section className="conflict" role="alert" aria-label={t('conflict.title')}>
      <h2><Icon name="warning" /> {t('conflict.title')}</h2>
      <p>
        {theirs.savedBy === null || theirs.savedAt === null ? (
          t('conflict.gone')
        ) : (
          <Filled text={t('conflict.body')} values={{ person: theirs.savedBy.name, when: format.instant(theirs.savedAt) }} />
        )}
      </p>
      <div className="scroll" role="region" tabIndex={0} aria-label={t('compare.changes', { count: differences.length })}>
        <table className="table">
          <thead><tr><th scope="col">{t('conflict.field')}</th><th scope="col">{t('conflict.mine')}</th><th scope="col">{t('conflict.theirs')}</th></tr></thead>
          <tbody>
            {differences.map((one) => (
              <tr key={one.field}><th scope="row">{t(`field.${one.field}`)}</th><td>{written(one.mine)}</td><td>{written(one.theirs)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        <button type="button" className="button button-primary" onClick={onKeepMine}>{t('conflict.keepMine')}</button>
        <button type="button" className="button" onClick={onTakeTheirs}>{t('conflict.takeTheirs')}</button>
      </div>
    </section>
  );
}
