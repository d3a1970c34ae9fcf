import { useCallback, useState, type ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readVersion, type readGuidelines } from '../../../src/contract/guidelines';
import type { GuidelinesVersion } from '../../../src/domain/guidelines';
import { call } from '../../shared/client';
import { Filled } from '../../shared/filled';
import { useAnswer } from '../../shared/use-answer';
import { Asking } from '../../page/asking';
import { useProjectScreen } from '../project-screen';
import { Acknowledgements } from './acknowledgements';
import { GuidelinesContent } from './guidelines-content';
import type { NamedDeal } from '../../shared/named-deal';
import { Versions } from './versions';

export type GuidelinesView = z.infer<(typeof readGuidelines)['answer']>;

interface CurrentGuidelinesProperties {
  readonly view: GuidelinesView;
  readonly current: GuidelinesVersion;
  readonly onEdit: (() => void) | null;
}

/** The published guidelines, who has read them, and every earlier version. */
export function CurrentGuidelines({ view, current, onEdit }: CurrentGuidelinesProperties): ReactNode {
  const { t } = useProjectScreen();
  const [earlier, setEarlier] = useState<number | null>(null);
  const shown = earlier === current.version ? null : earlier;

  return (
    <>
      {shown === null ? (
        <article>
          <header className="page-head">
            <div>
              <h1>{t('guidelines.title')}</h1>
              <Signature of={current} />
            </div>
            {onEdit !== null && (
              <button type="button" className="button button-primary" onClick={onEdit}>{t('guidelines.edit')}</button>
            )}
          </header>
          <GuidelinesContent guidelines={current.guidelines} deals={view.deals} />
        </article>
      ) : (
        <EarlierVersion key={shown} version={shown} deals={view.deals} onBack={() => setEarlier(null)} />
      )}
      <Acknowledgements all={view.acknowledgements} version={current.version} />
      <Versions versions={view.versions} deals={view.deals} shown={shown ?? current.version} onShow={setEarlier} />
    </>
  );
}

interface EarlierVersionProperties {
  readonly version: number;
  readonly deals: readonly NamedDeal[];
  readonly onBack: () => void;
}

function EarlierVersion({ version, deals, onBack }: EarlierVersionProperties): ReactNode {
  const { t } = useProjectScreen();
  const { asked, askAgain } = useAnswer(useCallback(() => call(readVersion, { version }), [version]));
  return (
    <article className="earlier">
      <header className="page-head">
        <div>
          <h1>{t('guidelines.earlier', { version })}</h1>
          {asked.kind === 'given' && <Signature of={asked.data} />}
        </div>
        <button type="button" className="button" onClick={onBack}>{t('guidelines.toCurrent')}</button>
      </header>
      <Asking asked={asked} onRetry={askAgain}>
        {(read) => <GuidelinesContent guidelines={read.guidelines} deals={deals} />}
      </Asking>
    </article>
  );
}

function Signature({ of }: { readonly of: GuidelinesVersion }): ReactNode {
  const { t, format, now } = useProjectScreen();
  return (
    <p className="subtle">
      <Filled
        text={t('guidelines.signature', { version: of.version })}
        values={{
          person: of.publishedBy.name,
          when: <time dateTime={of.publishedAt} title={format.instant(of.publishedAt)}>{format.relative(of.publishedAt, now())}</time>,
        }}
      />
    </p>
  );
}
