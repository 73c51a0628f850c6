import Tracker from '@openreplay/tracker';
import { sinkOrigin } from './sink-origin.ts';

/** OpenReplay's defaults; secure mode is off because the practice portal is http, as its own message advises. */
const tracker = new Tracker({
  projectKey: 'bench',
  ingestPoint: `${sinkOrigin}/openreplay`,
  __DISABLE_SECURE_MODE: true,
});
void tracker.start();
