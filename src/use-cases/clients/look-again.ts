import type { ClientId } from '../../domain/ids';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openClientToEdit } from './client-access';
import { lookAtClient } from './look-at-client';

/**
 * The look of the day, made now for an account manager who has just put something right.
 * @throws UseCaseError `notFound`, `forbidden`; that Salesforce cannot be read is no error but the answer's `failure`.
 */
export async function lookAgain(world: World, _call: SiteCall, { clientId }: { readonly clientId: ClientId }) {
  await openClientToEdit(world, clientId);
  const { failure } = await lookAtClient(world, clientId);
  return { failure };
}
