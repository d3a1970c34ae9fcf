import * as z from 'zod/mini';
import { whenFirstUsed } from '../../domain/when-first-used';
import { OutsideError } from '../../ports/errors';
import { mostPages, resourcesPerPage } from './assumptions';
import type { TempoApi } from './tempo-api';

const id = whenFirstUsed(() => z.pipe(z.union([z.string(), z.int()]), z.transform(String)));
const resource = whenFirstUsed(() => z.object({ id: id(), name: z.string() }));
const page = whenFirstUsed(() => z.object({ results: z.array(resource()) }));

/** One page of a search, to see whether the token may search at all. */
export async function tryGenericResources(api: TempoApi): Promise<void> {
  await api.read(page(), { method: 'POST', path: '/4/generic-resources/search', body: { limit: 1, offset: 0 }, repeatable: true });
}

/** Tempo's generic resources, which stand in for roles (Tempo REST API 4.0, "Generic Resources"). */
export interface GenericResources {
  /** What each resource is called, by its id. */
  names(): Promise<ReadonlyMap<string, string>>;
  /** The resource with exactly this name; one is made where there is none. */
  idOf(role: string): Promise<string>;
}

/**
 * Reads all resources once, when first needed. A name is matched exactly: a plan is read back under the resource's own
 * name, so a resource that is merely spelt alike would look like somebody's change for ever.
 */
export function createGenericResources(api: TempoApi): GenericResources {
  let loading: Promise<Map<string, string>> | undefined;

  async function load(): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    // A search names no next page: the last one is the first that is not full.
    for (let number = 0; number < mostPages; number += 1) {
      const body = { limit: resourcesPerPage, offset: number * resourcesPerPage };
      const { results } = await api.read(page(), { method: 'POST', path: '/4/generic-resources/search', body, repeatable: true });
      const before = names.size;
      for (const each of results) names.set(each.id, each.name);
      if (results.length < resourcesPerPage) return names;
      if (names.size === before) throw new OutsideError('tempo', 'unexpectedAnswer', 'generic resources: the page does not advance');
    }
    throw new OutsideError('tempo', 'unexpectedAnswer', `more than ${mostPages} pages`);
  }

  function names(): Promise<Map<string, string>> {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  return {
    names,
    async idOf(role) {
      const known = await names();
      const wanted = role.trim();
      // Names need not be unique; the oldest is taken, so that two invocations agree.
      const [oldest] = [...known].filter(([, name]) => name === wanted).map(([found]) => found).sort((a, b) => Number(a) - Number(b));
      if (oldest !== undefined) return oldest;
      // Forgotten first: where the answer is lost, the next attempt has to find what this one may have made.
      loading = undefined;
      const made = await api.read(resource(), { method: 'POST', path: '/4/generic-resources', body: { name: wanted }, repeatable: false });
      known.set(made.id, wanted);
      loading ??= Promise.resolve(known);
      return made.id;
    },
  };
}
