import type { ReactNode } from 'react';
import type { GateSettingsView } from '../../../gate/gate-view';
import { Note } from '../../../shared/note';
import { useProjectScreen } from '../../project-screen';
import { SettingsToRead } from './settings-to-read';

interface SettingsConflictProperties {
  /** What the other person saved; null until it was looked at. */
  readonly theirs: GateSettingsView | null;
  readonly busy: boolean;
  readonly onLook: () => void;
  readonly onTakeTheirs: (theirs: GateSettingsView) => void;
  readonly onKeepMine: (theirs: GateSettingsView) => void;
}

/** Somebody else saved other settings meanwhile: theirs are looked at before one of the two is chosen. */
export function SettingsConflict({ theirs, busy, onLook, onTakeTheirs, onKeepMine }: SettingsConflictProperties): ReactNode {
  const { t } = useProjectScreen();
  if (theirs === null) return <Note kind="error" title={t('rules.conflict')} action={{ label: t('rules.conflictLook'), onAction: onLook, busy }}>{t('rules.conflictBody')}</Note>;
  return (
    <div className="question" role="group" aria-label={t('rules.conflict')}>
      <h4>{t('rules.conflictTheirs')}</h4>
      <SettingsToRead settings={theirs} />
      <div className="actions">
        <button type="button" className="button button-primary" disabled={busy} onClick={() => onKeepMine(theirs)}>{t('rules.keepMine')}</button>
        <button type="button" className="button" disabled={busy} onClick={() => onTakeTheirs(theirs)}>{t('rules.takeTheirs')}</button>
      </div>
    </div>
  );
}
