import { runUnderProjectNode } from './install-missing.mjs';

runUnderProjectNode('scripts/start.ts', process.argv.slice(2));
