import { useId, useState, type ReactNode } from 'react';
import { Icon } from '../shared/icon';

interface DisclosureProperties {
  readonly label: string;
  /** Made only once it is opened, so that nothing is asked for before. */
  readonly children: () => ReactNode;
}

/** Something that opens in place when a person wants to see it. */
export function Disclosure({ label, children }: DisclosureProperties): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="disclosure">
      <button type="button" className="button button-link" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        <span className="disclosure-mark"><Icon name="chevron" /></span>
        {label}
      </button>
      <div id={id} className="disclosed" hidden={!isOpen}>{isOpen && children()}</div>
    </div>
  );
}
