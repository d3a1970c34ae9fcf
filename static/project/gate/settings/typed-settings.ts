import { criteriaLimits, type AutomaticCheck } from '../../../../src/domain/gate-criteria';
import type { LineId } from '../../../../src/domain/ids';
import type { GateSettingsView } from '../../../gate/gate-view';
import { newId } from '../../../shared/new-id';

export interface SettingsProblem {
  readonly criterionId: LineId;
  readonly code: 'missing' | 'tooLong' | 'twice';
}

export const newCriterion = (): GateSettingsView['criteria'][number] => ({ id: newId(), text: '', check: null });

/** What is wrong with the checklist: an empty or long text, and a check of the app's that two criteria have. */
export function settingsProblems({ criteria }: Pick<GateSettingsView, 'criteria'>): readonly SettingsProblem[] {
  const seen = new Set<AutomaticCheck>();
  return criteria.flatMap(({ id, text, check }): SettingsProblem[] => {
    const isTwice = check !== null && seen.has(check);
    if (check !== null) seen.add(check);
    if (text.trim() === '') return [{ criterionId: id, code: 'missing' }];
    if (text.trim().length > criteriaLimits.text) return [{ criterionId: id, code: 'tooLong' }];
    return isTwice ? [{ criterionId: id, code: 'twice' }] : [];
  });
}

/** The settings as they are sent: texts without blanks around them. */
export const trimmed = (settings: GateSettingsView): GateSettingsView => ({ ...settings, criteria: settings.criteria.map((one) => ({ ...one, text: one.text.trim() })) });
