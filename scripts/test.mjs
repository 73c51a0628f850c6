import { installFirefox, runUnderProjectNode } from './install-missing.mjs';

installFirefox();
runUnderProjectNode('scripts/test.ts', process.argv.slice(2));
