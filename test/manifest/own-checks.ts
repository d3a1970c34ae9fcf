import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Manifest } from './manifest-shape';

/** What @forge/manifest does not look at. Each check gives a line for each problem. */

type Check = (manifest: Manifest, read: (path: string) => string, root: string) => readonly string[];

const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const modulesOf = (modules: Manifest['modules'], type: string): Manifest['modules'][string] => modules[type] ?? [];

/** Modules that are no screens, and so call a function and have no resource. */
const withoutScreen = ['action', 'jira:jqlFunction', 'function', 'trigger', 'consumer', 'scheduledTrigger', 'webtrigger', 'preUninstall', 'jira:workflowValidator', 'jira:workflowCondition', 'jira:workflowPostFunction'];

const runtime: Check = ({ app }) => (app.runtime.name === 'nodejs24.x' ? [] : [`runtime ${app.runtime.name}: the app is made for nodejs24.x`]);

const handlers: Check = ({ modules }, read) => {
  const exported = found(read('src/index.ts'), /^export const (\w+)/gm);
  const named = modulesOf(modules, 'function').map(({ handler }) => handler ?? '');
  return [
    ...named.filter((handler) => !exported.some((name) => handler === `index.${name}`)).map((handler) => `handler ${handler}: src/index.ts has no such export`),
    ...exported.filter((name) => !named.includes(`index.${name}`)).map((name) => `src/index.ts exports ${name}, which no function names`),
  ];
};

const functions: Check = ({ modules }) => {
  const used = JSON.stringify(Object.entries(modules).filter(([type]) => type !== 'function'));
  return modulesOf(modules, 'function').filter(({ key }) => !used.includes(`"function":"${key}"`)).map(({ key }) => `function ${key}: no module calls it`);
};

const mappingShape = z.object({ mapping: z.array(z.object({ productEvent: z.string(), oAuthScopes: z.object({ current: z.array(z.string()) }) })) });

const triggers: Check = ({ modules, permissions }, read) => {
  const { mapping } = mappingShape.parse(JSON.parse(read('node_modules/@forge/manifest/out/mapping/product-event-to-scope-mapping.json')));
  const scopesOf = new Map(mapping.map(({ productEvent, oAuthScopes }) => [productEvent, oAuthScopes.current]));
  return modulesOf(modules, 'trigger').flatMap(({ key, events = [] }) =>
    events.flatMap((event) => {
      const scopes = scopesOf.get(event);
      if (scopes === undefined) return [`trigger ${key}: Forge knows no event ${event}`];
      return scopes.filter((scope) => !permissions.scopes.includes(scope)).map((scope) => `trigger ${key}: ${event} needs the scope ${scope}`);
    }),
  );
};

const screens: Check = ({ modules, resources }, read) => {
  const pages = found(read('static/vite.config.ts'), /inThisFolder\('([\w-]+\.html)'\)/g);
  const entries = new Set(resources.flatMap(({ key, entry }) => Object.keys(entry ?? {}).map((name) => `${key}/${name}`)));
  return [
    ...Object.entries(modules)
      .filter(([type]) => !withoutScreen.includes(type))
      .flatMap(([type, list]) => list.filter((one) => one.function !== undefined).map(({ key }) => `${type} ${key}: a screen out of a function is UI Kit 1, which Forge no longer runs`)),
    ...Object.values(modules)
      .flat()
      .flatMap((one) => (one.resource !== undefined && !entries.has(one.resource) ? [`${one.key}: no resource has the entry ${one.resource}`] : [])),
    ...resources.flatMap(({ entry }) => Object.values(entry ?? {}).filter((page) => !pages.includes(page)).map((page) => `${page}: static/vite.config.ts does not build it`)),
  ];
};

const storage: Check = ({ app }, read, root) => {
  const entities = new Map(app.storage.entities.map((entity) => [entity.name, entity]));
  const records = read('src/adapters/forge/records.ts');
  const names = new Map([...records.matchAll(/^ {2}(\w+): '([\w-]+)',$/gm)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const attributeSets = app.storage.entities.map(({ attributes }) => Object.keys(attributes).sort().join());
  const interfaces = [...records.matchAll(/^export interface (\w+) \{\n([^}]*(?:\{[^}]*\}[^}]*)*?)^\}/gm)];
  const sources = readdirSync(join(root, 'src/adapters/forge')).filter((file) => file.endsWith('.ts'));
  return [
    ...[...names.values()].filter((name) => !entities.has(name)).map((name) => `records.ts keeps ${name}, which is no entity`),
    ...interfaces.flatMap(([, name = '', body = '']) => {
      const fields = [...found(body, /^ {2}readonly (\w+)\??:/gm)].sort();
      return attributeSets.includes(fields.join()) ? [] : [`${name}: no entity has exactly the attributes ${fields.join(', ')}`];
    }),
    ...sources.flatMap((file) => {
      const text = read(`src/adapters/forge/${file}`);
      const own = /^const entityName = entityNames\.(\w+);/m.exec(text)?.[1] ?? '';
      return [...text.matchAll(/entity: (?:entityNames\.(\w+)|entityName), index: '([\w-]+)', partition: \[([^\]]*)\]/g)].flatMap(([, given, index = '', partition = '']) => {
        const name = names.get(given ?? own) ?? '';
        const declared = entities.get(name)?.indexes.find((one) => (typeof one === 'string' ? one : one.name) === index);
        if (declared === undefined) return [`${file}: the entity ${name} has no index ${index}`];
        const parts = typeof declared === 'string' ? 1 : (declared.partition ?? []).length;
        return partition.split(',').length === parts ? [] : [`${file}: the index ${index} of ${name} has ${parts} parts`];
      });
    }),
  ];
};

const translations: Check = (manifest, read) => {
  const wanted = new Set(found(JSON.stringify(manifest), /"i18n":"([^"]+)"/g));
  const catalogues = manifest.translations.resources.map(({ key, path }) => ({ key, texts: z.record(z.string(), z.string()).parse(JSON.parse(read(path))) }));
  return catalogues.flatMap(({ key, texts }) => {
    const others = new Set(catalogues.flatMap((one) => Object.keys(one.texts)));
    return [...new Set([...wanted, ...others])].filter((name) => !Object.hasOwn(texts, name) || texts[name]?.trim() === '').map((name) => `${key}: there is no text ${name}`);
  });
};

const keysInCode: Check = ({ modules }, read) => {
  const uses: readonly (readonly [string, string, RegExp])[] = [
    ['src/adapters/jira/permission-keys.ts', 'Permission', /^ {2}\w+: '([\w-]+)',$/gm],
    ['src/adapters/forge/queue-jobs.ts', 'consumer', /new Queue\(\{ key: '([\w-]+)' \}\)/g],
    ['src/adapters/forge/surroundings.ts', 'webtrigger', /webTrigger\.getUrl\('([\w-]+)'\)/g],
  ];
  return uses.flatMap(([path, type, pattern]) => {
    const keys = found(read(path), pattern);
    const declared = Object.entries(modules).filter(([name]) => name.endsWith(type)).flatMap(([, list]) => list.map(({ key, queue }) => queue ?? key));
    return [
      ...(keys.length === 0 ? [`${path} names no ${type} where it used to`] : []),
      ...keys.filter((key) => !declared.includes(key)).map((key) => `${path} uses ${key}, which is no ${type} of the manifest`),
    ];
  });
};

export const ownProblems = (root: string, manifest: Manifest): readonly string[] => {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  return [runtime, handlers, functions, triggers, screens, storage, translations, keysInCode].flatMap((check) => check(manifest, read, root));
};
