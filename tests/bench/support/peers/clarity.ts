import { clarity } from 'clarity-js';
import { sinkOrigin } from './sink-origin.ts';

/** Clarity's defaults. */
clarity.start({ projectId: 'bench', upload: `${sinkOrigin}/clarity/collect` });
