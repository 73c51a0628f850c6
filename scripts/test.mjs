import { installFirefox, runUnderProjectNode } from './install-missing.mjs';

const stages = process.argv.slice(2);
// One end-to-end test walks in it.
if (!stages.length || stages.includes('e2e')) installFirefox();
runUnderProjectNode('scripts/test.ts', stages);
