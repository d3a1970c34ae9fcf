import type { TempoCredentials, TempoRegion } from '../../ports/planner';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { followedBySweep } from '../planner/order-sweep';
import { subscribe } from '../signals/subscribe';
import { UseCaseError } from '../use-case-error';
import { readSettings } from './read-settings';
import { startAfresh } from './start-afresh';

interface Request {
  readonly region: TempoRegion;
  /** null stands for the stored one. */
  readonly token: string | null;
}

/** Tries the values without keeping them. @throws UseCaseError `invalidRequest` when no token was given or stored. */
export async function testTempo(world: World, _call: SiteCall, request: Request) {
  return { checks: await world.planner.test(await credentialsOf(world, request)) };
}

/** Keeps the connection when Tempo accepts it; what fails is said, and then nothing changes. */
export async function connectTempo(world: World, _call: SiteCall, request: Request) {
  const credentials = await credentialsOf(world, request);
  const checks = await world.planner.test(credentials);
  if (checks.every((check) => check.outcome !== 'failed')) {
    await followedBySweep(world, null, async () => {
      await world.secrets.saveTempoToken(credentials.token);
      await world.settings.saveTempo({ region: credentials.region, connectedAt: world.clock.now() });
      await startAfresh(world, 'tempo');
    });
    await subscribe(world);
  }
  return { checks, settings: await readSettings(world) };
}

async function credentialsOf({ secrets }: World, { region, token }: Request): Promise<TempoCredentials> {
  const used = token?.trim() ?? (await secrets.tempoToken());
  if (used === undefined) throw new UseCaseError('invalidRequest', { field: 'token' });
  return { region, token: used };
}
