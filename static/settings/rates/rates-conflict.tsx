import Button from '@atlaskit/button/new';
import { useEffect, useRef, type ReactNode } from 'react';
import { useSettings } from '../use-settings';

interface RatesConflictProperties {
  readonly busy: boolean;
  readonly onSettle: (whose: 'mine' | 'theirs') => void;
}

/** Somebody else saved rates meanwhile. Theirs are loaded either way; what was typed here goes only when that is what is pressed. */
export function RatesConflict({ busy, onSettle }: RatesConflictProperties): ReactNode {
  const { t } = useSettings();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} className="question" role="alert" tabIndex={-1}>
      <h3>{t('rates.conflict')}</h3>
      <p>{t('rates.conflictBody')}</p>
      <div className="buttons">
        <Button appearance="primary" isLoading={busy} onClick={() => onSettle('mine')}>{t('rates.conflictMine')}</Button>
        <Button isDisabled={busy} onClick={() => onSettle('theirs')}>{t('rates.conflictTheirs')}</Button>
      </div>
    </div>
  );
}
