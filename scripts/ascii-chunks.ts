import type { Plugin } from 'vite';

/** What is not ASCII, with the backslashes before it. */
// oxlint-disable-next-line no-control-regex
const beyond = /(\\*)([^\u0000-\u007e])/g;

/**
 * Writes what libraries bring beyond ASCII (in texts and regular expressions) as \uXXXX, which means the same there:
 * see fail-on-non-ascii.ts for why emitted scripts are ASCII.
 */
export function asciiChunks(): Plugin {
  return {
    name: 'zouyibian-ascii-chunks',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = toAscii(part.code);
    },
  };
}

/** A backslash before such a character changes nothing, but would turn its escape into plain letters: it is dropped. */
export function toAscii(code: string): string {
  return code.replaceAll(beyond, (_, slashes: string, character: string) => {
    const kept = slashes.length % 2 === 1 ? slashes.slice(1) : slashes;
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
