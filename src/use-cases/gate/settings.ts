import type { GateSettings } from '../../domain/gate-settings';
import { defaultGateSettings } from '../../domain/gate-settings';
import type { ProjectId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { ProjectCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

/** The project's own settings of the gate, or the defaults in the company's language. */
export async function gateSettings({ gate, settings }: Pick<World, 'gate' | 'settings'>, projectId: ProjectId): Promise<GateSettings> {
  return (await gate.settings(projectId)) ?? defaultGateSettings((await settings.company()).language);
}

/**
 * Keeps the settings that the account manager edited.
 * @throws UseCaseError `conflict` when somebody else changed them since they were read, `invalidRequest` when an id stands twice.
 */
export async function saveGateSettings({ gate, audit, clock }: World, call: ProjectCall, wanted: GateSettings): Promise<{ readonly settings: GateSettings }> {
  if (new Set(wanted.criteria.map(({ id }) => id)).size < wanted.criteria.length) throw new UseCaseError('invalidRequest', { field: 'criteria' });
  const settings: GateSettings = { ...wanted, revision: wanted.revision + 1, criteria: wanted.criteria.map((one) => ({ ...one, text: one.text.trim() })) };
  if (settings.criteria.some(({ text }) => text === '')) throw new UseCaseError('invalidRequest', { field: 'criteria' });
  await refuseConflict('conflict', () => gate.saveSettings(call.projectId, settings));
  await audit.append(`project:${call.projectId}`, [{ at: clock.now(), event: 'gate.settingsChanged', by: call.accountId, details: {} }]);
  return { settings };
}
