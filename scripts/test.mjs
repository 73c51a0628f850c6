import { runUnderProjectNode } from './install-missing.mjs';

runUnderProjectNode('scripts/test.ts', process.argv.slice(2));
