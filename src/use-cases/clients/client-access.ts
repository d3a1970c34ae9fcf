import type { Client } from '../../domain/deal';
import type { ClientId, ProjectId } from '../../domain/ids';
import { projectsOf, type LinkedDeal } from '../../domain/linked-deal';
import type { World } from '../../ports/world';
import { UseCaseError } from '../use-case-error';

/** Whose clients a person sees: those whose projects they set guidelines in, and everybody's where they see the portfolio. */
export const seesClient = ['setGuidelines', 'seePortfolio'] as const;

/** A client as far as the caller may see it. */
export interface ClientAccess {
  readonly client: Client;
  /** The client's linked deals, the first linked first. */
  readonly deals: readonly LinkedDeal[];
  /** Projects that those are linked to, each once. */
  readonly projects: readonly ProjectId[];
  /** Whether the caller is an account manager of the client: sets guidelines in one of its projects. */
  readonly mayEdit: boolean;
  /** Whether the caller is head of sales: sees the portfolio. */
  readonly mayValidate: boolean;
}

/**
 * The client, when the caller may see its file.
 * @throws UseCaseError `notFound` when no deal of the client's is linked, or none in a project that lets the caller see the client.
 */
export async function openClient({ dealStore, tracker }: Pick<World, 'dealStore' | 'tracker'>, clientId: ClientId): Promise<ClientAccess> {
  const deals = await dealStore.ofClient(clientId);
  const client = deals.at(-1)?.deal.client;
  if (client == null) throw new UseCaseError('notFound');
  const projects = projectsOf(deals);
  const [manages, sees] = await Promise.all([tracker.projectsWithAny(['setGuidelines'], projects), tracker.projectsWithAny(['seePortfolio'], projects)]);
  if (manages.size === 0 && sees.size === 0) throw new UseCaseError('notFound');
  return { client, deals, projects, mayEdit: manages.size > 0, mayValidate: sees.size > 0 };
}

/** @throws UseCaseError as `openClient`, and `forbidden` when the caller may read the client's file and not write in it. */
export async function openClientToEdit(world: Pick<World, 'dealStore' | 'tracker'>, clientId: ClientId): Promise<ClientAccess> {
  const access = await openClient(world, clientId);
  if (!access.mayEdit) throw new UseCaseError('forbidden');
  return access;
}
