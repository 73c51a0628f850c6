import { rolldown } from 'rolldown';

/**
 * A script for a page's own world, of `code` and all it imports. `entry`: a path that is not there, beside which the
 * code's imports stand; `changeRrweb`: what is changed in the copy of rrweb that it brings.
 */
export async function bundleScript(
  entry: string,
  code: string,
  changeRrweb?: (text: string) => string,
): Promise<string> {
  const build = await rolldown({
    input: 'entry',
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === 'entry' ? entry : undefined),
        load: (id) => (id === entry ? code : undefined),
        transform: (text, id) =>
          changeRrweb && id.endsWith('rrweb.js') ? { code: changeRrweb(text) } : undefined,
      },
    ],
  });
  const { output } = await build.generate({ format: 'iife' });
  return output[0].code;
}
