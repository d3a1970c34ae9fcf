import type { DemoProject } from './project';
import { configurator } from './projects/configurator';
import { ehealth } from './projects/ehealth';
import { files } from './projects/files';
import { lending } from './projects/lending';
import { portal } from './projects/portal';
import { shop } from './projects/shop';
import { warehouse } from './projects/warehouse';

/** The company's projects; the first is where a visitor begins. */
export const projects = { portal, ehealth, warehouse, shop, configurator, files, lending } as const satisfies Readonly<Record<string, DemoProject>>;

export type ProjectName = keyof typeof projects;

export const everyProject: readonly DemoProject[] = Object.values(projects);
