import { Component, type ReactNode } from 'react';
import { Note } from './note';
import { ScreenContext } from './screen';

interface State {
  readonly broken: boolean;
}

/** Shows people a way on instead of an empty frame when a screen breaks; React writes the error to the console. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  static override contextType = ScreenContext;
  declare context: React.ContextType<typeof ScreenContext>;

  override state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ReactNode {
    const t = this.context?.t;
    if (!this.state.broken || t === undefined) return this.props.children;
    return (
      <Note kind="error" title={t('broken.title')} action={{ label: t('reload'), onAction: () => window.location.reload() }}>
        {t('broken.body')}
      </Note>
    );
  }
}
