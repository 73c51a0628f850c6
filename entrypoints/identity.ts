import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startIdentityWatch } from '../lib/capture/start-identity-watch.ts';
import { runRecorder } from './recorder/run.ts';

/**
 * In the recorder's place on the hosts of the unified login, where kinds and times are all that is kept: a fraction of
 * its code, because these pages often come in a process of their own that has to read it all.
 */
export default defineUnlistedScript({
  globalName: false,
  main: () =>
    runRecorder(
      ({ orders, ...given }) => (orders.identity ? startIdentityWatch({ orders, ...given }) : undefined),
      false,
    ),
});
