import { join } from 'node:path';
import { leanRrweb } from '../../scripts/lean-rrweb.ts';
import { bundleScript } from './bundle-script.ts';

/** Stands, for what it imports, beside the recorder's own. */
const entry = join(import.meta.dirname, '../../lib/capture/entry.js');

/**
 * A script for a page's own world: rrweb's `record`, as it is or (`lean`) as the recorder has it, and `body`, which may
 * call `record` and, before it, `hang()`.
 */
export async function bundleRecorder(lean: boolean, body: string): Promise<string> {
  const hooks = `import { installHooks } from './lean/install.ts';
const now = (work) => work();
const hang = () => installHooks(record.mirror, { onFrame() {}, onMutations: now, onThaw: now, onSnapshot: now, onRest: now, isOutdated: () => false });`;
  const code = `import { record } from 'rrweb';
${lean ? hooks : 'const hang = () => {};'}
${body}`;
  return bundleScript(entry, code, lean ? leanRrweb : undefined);
}
