import { join } from 'node:path';
import { bundleScript } from './bundle-script.ts';

/** Stands, for what it imports, beside the recorder's own. */
const entry = join(import.meta.dirname, '../../lib/capture/entry.js');

/**
 * A script for a page's own world: `zybMeasure(token)` measures the frame it is called in for a picture, with the frames
 * in it by what they have as `zybToken`; numbers of eleven digits are what has to be painted over.
 */
export async function bundleMeasure(): Promise<string> {
  const code = `import { measureFrame } from './measure-frame.ts';
const ranges = (text) => [...text.matchAll(/\\d{11}/g)].map(({ index }) => ({ start: index, end: index + 11 }));
const framesIn = (root) => [
  ...root.querySelectorAll('iframe'),
  ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? framesIn(shadowRoot) : [])),
];
globalThis.zybMeasure = (token) =>
  measureFrame(token, new Map(framesIn(document).map((each) => [each.contentWindow.zybToken, each])), ranges);`;
  return bundleScript(entry, code);
}
