import { reviewMapping, stageOf, suggestStage, type StageMapping } from '../../domain/deal';
import type { World } from '../../ports/world';
import { followedBySweep } from '../planner/order-sweep';
import type { SiteCall } from '../call';

/** The organisation's stages as Salesforce has them now, with what each is mapped to. */
export async function readStages({ deals, settings }: World) {
  const [stages, mapping] = await Promise.all([deals.stages(), settings.mapping()]);
  const { vanished } = reviewMapping(mapping, stages);
  return {
    stages: stages
      .filter((stage) => stage.isActive || Object.hasOwn(mapping, stage.apiName))
      .sort((a, b) => a.order - b.order)
      .map((stage) => ({ stage, mappedTo: stageOf({ stageName: stage.apiName }, mapping) ?? null, suggestion: suggestStage(stage) })),
    vanished: vanished.flatMap((apiName) => {
      const mappedTo = mapping[apiName];
      return mappedTo === undefined ? [] : [{ apiName, mappedTo }];
    }),
  };
}

/** Replaces the mapping, and brings the deals whose stage it changes in step. */
export async function mapStages(world: World, _call: SiteCall, { mapping }: { readonly mapping: StageMapping }) {
  const before = await world.settings.mapping();
  const names = new Set([...Object.keys(before), ...Object.keys(mapping)]);
  const changed = [...names].filter((stageName) => stageOf({ stageName }, before) !== stageOf({ stageName }, mapping));
  await followedBySweep(world, changed, () => world.settings.saveMapping(mapping));
  return readStages(world);
}
