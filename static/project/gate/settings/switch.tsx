import { useId, type ReactNode } from 'react';

interface SwitchProperties {
  readonly label: string;
  readonly help: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, with what it means. */
export function Switch({ label, help, isOn, onChange }: SwitchProperties): ReactNode {
  const id = useId();
  return (
    <div className="switch">
      <input id={id} type="checkbox" role="switch" checked={isOn} aria-checked={isOn} aria-describedby={`${id}-help`} onChange={(event) => onChange(event.target.checked)} />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-help`} className="small">{help}</p>
      </div>
    </div>
  );
}
