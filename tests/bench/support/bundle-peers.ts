import { join } from 'node:path';
import { build } from 'vite';

export const peers = ['rrweb', 'openreplay', 'posthog', 'sentry', 'clarity'] as const;
export type Peer = (typeof peers)[number];

/** Each peer with its set-up (`peers/NAME.ts`) as one minified script, by name; nothing is written. */
export async function bundlePeers(names: readonly string[]): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  for (const name of names) scripts.set(name, await bundle(join(import.meta.dirname, 'peers', `${name}.ts`)));
  return scripts;
}

/** A source file and all it imports as one minified classic script. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'chrome102',
      lib: { entry, formats: ['iife'], name: 'zybBench', fileName: 'peer' },
      rolldownOptions: { output: { codeSplitting: false } },
    } as never,
  });
  const outputs = (Array.isArray(result) ? result : [result]) as {
    output: { type: string; code?: string }[];
  }[];
  const chunks = outputs.flatMap(({ output }) => output).filter(({ type }) => type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${entry} became ${chunks.length} scripts instead of one`);
  return chunks[0]?.code ?? '';
}
