import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { readGate, saveGateSettings } from '../../../../src/contract/gate-operations';
import { criteriaLimits } from '../../../../src/domain/gate-criteria';
import type { GateSettingsView } from '../../../gate/gate-view';
import { call } from '../../../shared/client';
import { ErrorNote } from '../../../shared/error-note';
import { Icon } from '../../../shared/icon';
import { useAction } from '../../../shared/use-action';
import { useLaterFocus } from '../../../shared/use-later-focus';
import { moved } from '../../editor/moved';
import { same } from '../../editor/same';
import { useProjectScreen } from '../../project-screen';
import { CriterionFields } from './criterion-fields';
import { SettingsConflict } from './settings-conflict';
import { SettingsToRead, switches } from './settings-to-read';
import { Switch } from './switch';
import { newCriterion, settingsProblems, trimmed, type SettingsProblem } from './typed-settings';

interface GateSettingsProperties {
  readonly settings: GateSettingsView;
  readonly mayEdit: boolean;
  readonly onSaved: (settings: GateSettingsView) => void;
}

/** The project's checklist and rules, to edit for those who may decide and to read for the others. */
export function GateSettings({ settings, mayEdit, onSaved }: GateSettingsProperties): ReactNode {
  return mayEdit ? <SettingsForm settings={settings} onSaved={onSaved} /> : <SettingsToRead settings={settings} />;
}

function SettingsForm({ settings, onSaved }: Omit<GateSettingsProperties, 'mayEdit'>): ReactNode {
  const { t } = useProjectScreen();
  // What is edited keeps the revision that it began with, so that a change of somebody else's is noticed.
  const [draft, setDraft] = useState(settings);
  const [base, setBase] = useState(settings);
  const [theirs, setTheirs] = useState<GateSettingsView | null>(null);
  const [problems, setProblems] = useState<readonly SettingsProblem[]>([]);
  const [isSaved, setSaved] = useState(false);
  const { busy, error, run } = useAction();
  const look = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [adder, focusAdder] = useLaterFocus<HTMLButtonElement>();
  const isChanged = !same(draft, base);

  const change = (part: Partial<GateSettingsView>): void => {
    setSaved(false);
    setDraft((before) => ({ ...before, ...part }));
  };
  const begin = (from: GateSettingsView): void => {
    setBase(from);
    setDraft(from);
    setTheirs(null);
    setProblems([]);
  };
  const save = (wanted: GateSettingsView): void => {
    const found = settingsProblems(wanted);
    setProblems(found);
    if (found.length > 0) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void run(() => call(saveGateSettings, trimmed(wanted)), (answered) => {
      begin(answered.settings);
      setSaved(true);
      onSaved(answered.settings);
    });
  };
  const seeTheirs = (): void => void look.run(() => call(readGate, {}), (gate) => setTheirs(gate.settings));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save(draft);
  };

  const { criteria } = draft;
  return (
    <form ref={form} className="rules" onSubmit={submit} noValidate aria-label={t('rules.title')}>
      <h3>{t('review.checklist')}</h3>
      <p className="small">{t('rules.about')}</p>
      {criteria.length === 0 && <p className="empty-line">{t('checklist.empty')}</p>}
      <ol className="rule-rows">
        {criteria.map((criterion, place) => (
          <CriterionFields
            key={criterion.id}
            criterion={criterion}
            place={place}
            count={criteria.length}
            problem={problems.find(({ criterionId }) => criterionId === criterion.id)}
            onChange={(changed) => change({ criteria: criteria.map((one) => (one.id === changed.id ? changed : one)) })}
            onMove={(to) => change({ criteria: [...moved(criteria, place, to)] })}
            onRemove={() => {
              focusAdder();
              change({ criteria: criteria.filter((one) => one.id !== criterion.id) });
            }}
          />
        ))}
      </ol>
      <div>
        <button type="button" className="button" ref={adder} disabled={criteria.length >= criteriaLimits.criteria} onClick={() => change({ criteria: [...criteria, newCriterion()] })}>
          <Icon name="plus" />{t('rules.add')}
        </button>
      </div>
      <h3>{t('rules.rules')}</h3>
      {switches.map((name) => (
        <Switch key={name} label={t(`rules.${name}`)} help={t(`rules.${name}Help`)} isOn={draft[name]} onChange={(isOn) => change({ [name]: isOn })} />
      ))}
      {error !== null && (error.code === 'conflict' ? (
        <SettingsConflict theirs={theirs} busy={busy || look.busy} onLook={seeTheirs} onTakeTheirs={(newest) => { begin(newest); onSaved(newest); }} onKeepMine={(newest) => save({ ...draft, revision: newest.revision })} />
      ) : (
        <ErrorNote error={error} />
      ))}
      {look.error !== null && <ErrorNote error={look.error} onRetry={seeTheirs} />}
      <div className="actions">
        <button type="submit" className="button button-primary" disabled={busy || !isChanged}>{t(busy ? 'saving' : 'save')}</button>
        {isChanged && <button type="button" className="button" disabled={busy} onClick={() => begin(base)}>{t('rules.discard')}</button>}
        <span role="status" className="small">{isSaved && !isChanged && t('saved')}</span>
      </div>
    </form>
  );
}
