import { useId, type ReactNode } from 'react';
import { reportLimits, type ReportWords } from '../../src/domain/report-facts';
import { useClientScreen } from '../client/client-screen';

const fields = ['relation', 'risks', 'nextSteps'] as const satisfies readonly (keyof ReportWords)[];

interface WordsFieldsProperties {
  readonly words: ReportWords;
  readonly isReadOnly: boolean;
  readonly onWords: (words: ReportWords) => void;
  /** A field was left. */
  readonly onLeft: () => void;
}

/** What only the account manager knows. An empty field says nothing in the report. */
export function WordsFields({ words, isReadOnly, onWords, onLeft }: WordsFieldsProperties): ReactNode {
  const { t } = useClientScreen();
  const id = useId();
  return (
    <>
      {fields.map((field) => (
        <div className="field" key={field}>
          <label htmlFor={`${id}-${field}`}>{t(`report.words.${field}`)}</label>
          <textarea
            id={`${id}-${field}`} className="input" rows={4} maxLength={reportLimits.words} readOnly={isReadOnly} value={words[field]} aria-describedby={`${id}-${field}-help`}
            onChange={(event) => onWords({ ...words, [field]: event.target.value })} onBlur={onLeft}
          />
          <p id={`${id}-${field}-help`} className="small">{t(`report.words.${field}.help`)}</p>
        </div>
      ))}
    </>
  );
}
