import { useRef, useState, type ReactNode } from 'react';
import type { Language } from '../../../src/domain/person';
import { PrintSheet, usePrinting } from '../../page/print-sheet';
import { Note } from '../../shared/note';
import { useClientScreen } from '../client-screen';
import { mailDraft } from './mail-draft';

interface UpdateTextProperties {
  readonly subject: string;
  readonly text: string;
  readonly language: Language;
}

/** The update as the client will read it, and its ways to them. */
export function UpdateText({ subject, text, language }: UpdateTextProperties): ReactNode {
  const { t } = useClientScreen();
  const { isPrinting, print, printed } = usePrinting();
  const paper = useRef<HTMLPreElement>(null);
  /** Of which text this came: another one is not copied yet. */
  const [copied, setCopied] = useState<{ readonly text: string; readonly how: 'copied' | 'selected' } | null>(null);
  const mail = mailDraft(subject, text);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied({ text, how: 'copied' });
    } catch {
      // Not every browser lets a frame write to the clipboard.
      if (paper.current !== null) window.getSelection()?.selectAllChildren(paper.current);
      setCopied({ text, how: 'selected' });
    }
  };
  return (
    <section className="report-text" aria-label={t('update.preview')}>
      <div className="actions">
        <button type="button" className="button button-primary" onClick={() => void copy()}>{t('update.copy')}</button>
        <button type="button" className="button" onClick={print}>{t('update.print')}</button>
        <a className="button" href={mail.address}>{t('update.mail')}</a>
      </div>
      <p role="status" className="small">{copied !== null && copied.text === text && t(`update.${copied.how}`)}</p>
      {mail.isTooLong && <Note kind="warning" title={t('update.mailTooLong')}>{t('update.mailTooLong.advice')}</Note>}
      <p className="small">{t('update.subject')}: <bdi lang={language}>{subject}</bdi></p>
      {/* What scrolls is reached by keyboard. */}
      <div className="report-paper" role="region" aria-label={t('update.preview')} tabIndex={0}><pre ref={paper} lang={language}>{text}</pre></div>
      {isPrinting && <PrintSheet onPrinted={printed}><pre lang={language}>{text}</pre></PrintSheet>}
    </section>
  );
}
