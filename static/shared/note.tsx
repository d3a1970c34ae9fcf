import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type NoteKind = 'information' | 'success' | 'warning' | 'error';

const icons: Record<NoteKind, IconName> = { information: 'information', success: 'check', warning: 'warning', error: 'error' };

interface NoteProperties {
  readonly kind: NoteKind;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly onAction: () => void; readonly busy?: boolean };
}

/** A message set off from the rest of the screen. Errors are read out at once, the other kinds when there is a pause. */
export function Note({ kind, title, children, action }: NoteProperties): ReactNode {
  return (
    <div className={`note note-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} />
      <div className="note-text">
        <strong>{title}</strong>
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && (
          <button type="button" className="button button-link" onClick={action.onAction} disabled={action.busy === true}>
            {action.label}
          </button>
        )}
      </div>
    </div>
  );
}
