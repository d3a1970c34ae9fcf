import { documentRulesProblem, tidied, type DocumentRules } from '../../domain/document-rules';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { refuseConflict } from '../refuse-conflict';
import { UseCaseError } from '../use-case-error';

export const readDocumentRules = ({ documentRules }: World): Promise<DocumentRules> => documentRules.read('company');

/**
 * A client's file follows them at once, lists and the gate from the next look at each client.
 * @throws UseCaseError `invalidRequest` with what is wrong, `conflict` when somebody else changed them meanwhile.
 */
export async function saveDocumentRules(world: World, call: SiteCall, { revision, rules }: { readonly revision: number; readonly rules: Omit<DocumentRules, 'revision'> }): Promise<DocumentRules> {
  const problem = documentRulesProblem(rules);
  if (problem !== undefined) throw new UseCaseError('invalidRequest', { field: problem });
  if ((await world.documentRules.read('company')).revision !== revision) throw new UseCaseError('conflict');
  const next = tidied({ ...rules, revision: revision + 1 });
  await refuseConflict('conflict', () => world.documentRules.save('company', next));
  await world.audit.append('company', [{ at: world.clock.now(), event: 'documentRules.saved', by: call.accountId, details: { revision: String(next.revision) } }]);
  return next;
}
