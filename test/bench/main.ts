import { bundleSize } from './bundle-size';
import { functionLoad } from './function-load';
import { hostileSignal } from './hostile-signal';
import { idleSync } from './idle-sync';
import { latency } from './latency';
import { gate } from './gate';
import { kpi } from './kpi';
import { margins } from './margins';
import type { Figure, Measurement } from './measurement';
import { panelCall } from './panel-call';
import { panelPaint } from './panel-paint';
import { portfolio } from './portfolio';
import { staffing } from './staffing';
import { start } from './start';
import { sync } from './sync';
import { syncGrowth } from './sync-growth';
import { formatTable } from './table';

const measurements: readonly Measurement[] = [panelCall, bundleSize, panelPaint, functionLoad, hostileSignal, gate, idleSync, sync, latency, start, syncGrowth, margins, staffing, kpi, portfolio];

/** Runs the measurements named, or all that are not long, and prints one table. It measures and does not judge: a limit passed is no failure. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !measurements.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`There is no measurement ${unknown.join(', ')}. There are: ${measurements.map(({ name }) => name).join(', ')}.`);
  const figures: Figure[] = [];
  for (const { name, isLong = false, run } of measurements) {
    if (names.length > 0 ? !names.includes(name) : isLong) continue;
    console.error(`measuring ${name}…`);
    try {
      figures.push(...(await run()));
    } catch (error) {
      process.exitCode = 1;
      console.error(`${name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  console.log(formatTable(figures));
}

main(process.argv.slice(2))
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  // What a measurement that broke off left open must not keep the command from ending.
  .finally(() => process.exit());
