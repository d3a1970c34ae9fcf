import { useId, type ReactNode } from 'react';
import { updateLimits } from '../../../src/domain/client-update';
import { useClientScreen } from '../client-screen';

interface OwnWordsProperties {
  readonly place: 'before' | 'after';
  readonly words: string;
  readonly onWords: (words: string) => void;
}

/** The account manager's own words in front of the facts, or behind them. */
export function OwnWords({ place, words, onWords }: OwnWordsProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(`update.words.${place}`)}</label>
      <textarea id={id} className="input" rows={3} maxLength={updateLimits.words} value={words} aria-describedby={`${id}-help`} onChange={(event) => onWords(event.target.value)} />
      <p id={`${id}-help`} className="small">{t(`update.words.${place}.help`)}</p>
    </div>
  );
}
