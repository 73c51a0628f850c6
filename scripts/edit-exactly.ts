import type { Plugin } from 'vite';

/** A change of somebody else's code: what it is for, where it fits, and how often it must. */
export type Edit = { what: string; find: RegExp; put: string; times: number };

/** Applies every edit; throws an Error naming the first that does not fit, and whose edits they are. */
export function edited(code: string, edits: readonly Edit[], whose: string): string {
  let text = code;
  for (const { what, find, put, times } of edits) {
    const found = text.match(find)?.length ?? 0;
    if (found !== times) throw new Error(`${whose}: "${what}" fits ${found} times instead of ${times}`);
    text = text.replace(find, put);
  }
  return text;
}

/** A copy of rrweb of its own, edited, for what imports it in `lib/<house>`. */
export function editedRrweb(name: string, house: string, edit: (code: string) => string): Plugin {
  const importers = new RegExp(`[\\\\/]lib[\\\\/]${house}[\\\\/]`);
  return {
    name: `${name}-rrweb`,
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source !== 'rrweb' || !importer || !importers.test(importer)) return undefined;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && `${found.id.split('?')[0]}?${name}`;
    },
    transform(code, id) {
      return id.endsWith(`rrweb.js?${name}`)
        ? { code: edit(code), map: null, moduleSideEffects: false }
        : undefined;
    },
  };
}
