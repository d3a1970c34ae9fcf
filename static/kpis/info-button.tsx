import { useId, useState, type ReactNode } from 'react';
import { Icon } from '../shared/icon';

interface InfoButtonProperties {
  /** What the button tells about. */
  readonly label: string;
  readonly children: string;
}

/** An explanation that shows on hover and on focus, stays while the pointer is on it, and goes with Escape. */
export function InfoButton({ label, children }: InfoButtonProperties): ReactNode {
  const [isShown, show] = useState(false);
  const id = useId();
  return (
    <span className="info" role="presentation" onMouseEnter={() => show(true)} onMouseLeave={() => show(false)}>
      <button
        type="button"
        className="info-button"
        aria-label={label}
        aria-describedby={id}
        onFocus={() => show(true)}
        onBlur={() => show(false)}
        onClick={() => show(true)}
        onKeyDown={(event) => event.key === 'Escape' && show(false)}
      >
        <Icon name="information" />
      </button>
      <span id={id} role="tooltip" className="info-text" hidden={!isShown}>{children}</span>
    </span>
  );
}
