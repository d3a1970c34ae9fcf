import Button from '@atlaskit/button/new';
import { useState, type ReactNode, type RefObject } from 'react';
import { useSettings } from './use-settings';

interface CopyButtonProperties {
  readonly text: string;
  /** Names what is copied, for those who do not see what it stands beside. */
  readonly label: string;
  /** Where the text stands: it is selected when the browser does not let a frame write to the clipboard. */
  readonly source: RefObject<HTMLElement>;
}

export function CopyButton({ text, label, source }: CopyButtonProperties): ReactNode {
  const { t } = useSettings();
  const [result, setResult] = useState<'copied' | 'selected' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      if (source.current !== null) window.getSelection()?.selectAllChildren(source.current);
      setResult('selected');
    }
  };
  return (
    <div className="buttons">
      <Button onClick={() => void copy()} aria-label={label}>{t('copy')}</Button>
      <span role="status" className="small">
        {result === 'copied' && t('copied')}
        {result === 'selected' && t('copySelected')}
      </span>
    </div>
  );
}
