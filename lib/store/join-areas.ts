import type { SmallArea } from './purge.ts';

/** Several of the extension's own storages as one, for what is searched and cleared in all of them. */
export function joinAreas(...areas: SmallArea[]): SmallArea {
  return {
    get: async () => Object.assign({}, ...(await Promise.all(areas.map((area) => area.get(null))))),
    remove: async (keys) => void (await Promise.all(areas.map((area) => area.remove(keys)))),
  };
}
