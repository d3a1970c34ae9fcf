import type { ReactNode } from 'react';
import { Field } from '../field';

interface SearchInputProperties {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onEnter?: () => void;
}

/** Looks for something within a form that it is no part of: Enter in it saves nothing. */
export function SearchInput({ label, hint, value, onChange, onEnter }: SearchInputProperties): ReactNode {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      {(attributes) => (
        <input
          {...attributes}
          className="input"
          dir="auto"
          autoComplete="off"
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            onEnter?.();
          }}
        />
      )}
    </Field>
  );
}
