import type { ReactNode } from 'react';

export type Filling = 'done' | 'progress' | 'time' | 'over';

interface BarProperties {
  /** Parts of the whole, one behind the other. */
  readonly parts: readonly { readonly filling: Filling; readonly share: number }[];
}

/** Shares of a whole; the words beside it say all that it shows. */
export function Bar({ parts }: BarProperties): ReactNode {
  return (
    <div className="share-bar" aria-hidden="true">
      {parts.map(({ filling, share }) => share > 0 && <span key={filling} className={`share-${filling}`} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />)}
    </div>
  );
}

/** A bar with its name before it and its figure behind. */
export function NamedBar({ name, figure, ...bar }: BarProperties & { readonly name: string; readonly figure: string }): ReactNode {
  return (
    <div className="named-bar">
      <span className="small">{name}</span>
      <span className="named-bar-figure">{figure}</span>
      <Bar {...bar} />
    </div>
  );
}
