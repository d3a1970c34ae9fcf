import { useState, type ReactNode } from 'react';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { elementId, useEditing } from './editing';
import { problemText } from './problem-text';

interface TextFieldProperties {
  /** Its path in the draft. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: DraftProblem | undefined;
  readonly kind?: 'text' | 'long' | 'date' | 'figure';
  readonly help?: string;
  /** Shows how much of it is used once it is nearly full. */
  readonly longest?: number;
  /** Id of a datalist. */
  readonly list?: string;
  readonly min?: string;
  readonly max?: string;
  readonly className?: string;
}

/** A field of the draft: any text is taken as it is typed, and what is wrong with it is said beside it. */
export function TextField({ field, label, value, onChange, problem, kind = 'text', help, longest, list, min, max, className }: TextFieldProperties): ReactNode {
  const { t } = useProjectScreen();
  const { showAll } = useEditing();
  const [touched, setTouched] = useState(false);
  const id = elementId(field);
  // A text that is too long is worth a word while it is typed; what is missing is not.
  const shown = problem !== undefined && (touched || showAll || problem.code === 'tooLong') ? problem : undefined;
  const counted = longest !== undefined && value.length > longest * 0.8;
  const said = shown !== undefined || help !== undefined || counted;
  const common = {
    id,
    className: 'input',
    value,
    onBlur: () => setTouched(true),
    'aria-invalid': shown === undefined ? undefined : true,
    'aria-describedby': said ? `${id}-said` : undefined,
  };

  return (
    <div className={`field ${className ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      {kind === 'long' ? (
        <textarea {...common} dir="auto" rows={Math.min(12, Math.max(3, value.split('\n').length + Math.floor(value.length / 100) + 1))} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          type={kind === 'date' ? 'date' : 'text'}
          dir={kind === 'text' ? 'auto' : undefined}
          inputMode={kind === 'figure' ? 'decimal' : undefined}
          autoComplete="off"
          list={list}
          min={min}
          max={max}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {said && (
        <div id={`${id}-said`} className="field-said">
          {shown !== undefined ? <p className="problem"><Icon name="error" />{problemText(t, shown)}</p> : help !== undefined && <p className="small">{help}</p>}
          {counted && <p className={value.length > longest ? 'problem counter' : 'small counter'}>{t('counter', { used: value.length, longest })}</p>}
        </div>
      )}
    </div>
  );
}
