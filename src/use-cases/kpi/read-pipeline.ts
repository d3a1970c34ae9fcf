import { pipelineOf } from '../../domain/kpi/pipeline';
import type { KpiSubject } from '../../domain/kpi/rollup';
import type { World } from '../../ports/world';
import type { SiteCall } from '../call';
import { openKpis } from './kpi-access';
import { managersIn, namesOf } from './read-kpis';

/** Open deals by quarter and stage, and renewals coming. @throws UseCaseError `forbidden` as for the figures. */
export async function readPipeline(world: World, call: SiteCall, { of }: { readonly of: KpiSubject | null }) {
  const { quarter, rollups, subject, seesPortfolio } = await openKpis(world, call, of);
  const names = await namesOf(world, seesPortfolio ? managersIn(rollups) : []);
  return { quarter, subject, seesPortfolio, managers: [...names.values()].sort((a, b) => a.name.localeCompare(b.name)), periods: pipelineOf(rollups, quarter, subject) };
}
