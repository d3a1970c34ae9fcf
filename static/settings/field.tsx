import Textfield from '@atlaskit/textfield';
import { useId, type ReactNode } from 'react';

interface FieldProperties {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value; read out together with the field. */
  readonly problem?: string | undefined;
  readonly children: (attributes: { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean }) => ReactNode;
}

/** A label, an input and what there is to say about it, tied together for screen readers. */
export function Field({ label, hint, problem, children }: FieldProperties): ReactNode {
  const id = useId();
  const about = problem !== undefined || hint !== undefined ? `${id}about` : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': problem !== undefined })}
      {problem !== undefined && <span id={about} className="problem">{problem}</span>}
      {problem === undefined && hint !== undefined && <span id={about} className="small">{hint}</span>}
    </div>
  );
}

/** Takes the reader to the first field of a form that has a problem, once the problems are on the screen. */
export function focusFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

interface TextFieldProperties extends Omit<FieldProperties, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** What is typed stays hidden, and the browser neither fills it in nor remembers it. */
  readonly isSecret?: boolean;
}

export function TextField({ value, onChange, placeholder, isSecret = false, ...field }: TextFieldProperties): ReactNode {
  return (
    <Field {...field}>
      {(attributes) => (
        <Textfield
          {...attributes}
          value={value}
          type={isSecret ? 'password' : 'text'}
          autoComplete={isSecret ? 'new-password' : 'off'}
          spellCheck={false}
          isInvalid={attributes['aria-invalid']}
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
