import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from '../../shared/icon';
import { useGateScreen } from '../gate-screen';

export type Look = 'good' | 'attention' | 'bad' | 'unknown';

const signs: Record<Look, IconName> = { good: 'check', attention: 'warning', bad: 'error', unknown: 'minus' };

interface TileProperties {
  readonly title: string;
  readonly look: Look;
  /** The one thing to see. */
  readonly headline: ReactNode;
  readonly children?: ReactNode;
}

/** One part of the evidence: a sign, what it is about, and the one thing to see of it. */
export function Tile({ title, look, headline, children }: TileProperties): ReactNode {
  const { t } = useGateScreen();
  const id = useId();
  return (
    <section className={`tile tile-${look}`} aria-labelledby={id}>
      <h4 id={id}>
        <span className="tile-sign"><Icon name={signs[look]} /></span>
        {title}
        <span className="unseen">: {t(`look.${look}`)}</span>
      </h4>
      <p className="tile-headline">{headline}</p>
      {children}
    </section>
  );
}
