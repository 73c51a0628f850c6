import { findProofs } from './find-proofs.ts';
import { overPauses } from './over-pauses.ts';
import { freshId, type Watcher } from './watcher.ts';
import { whenSettled } from './when-settled.ts';

const knownOf = overPauses(() => ({ shown: false, told: false }));

/**
 * A form to sign in by password, or a code to sign in by scanning, when it comes into view. The first on a page is an
 * incident too: the background decides whether it is a second login.
 */
export const watchLoginForm: Watcher = (report, context, signal) => {
  const known = knownOf(context);
  whenSettled((since) => {
    const way = findProofs().find(({ signsIn }) => signsIn)?.kind;
    if (way && !known.shown)
      report.sighting({
        id: freshId(),
        at: since,
        kind: 'login-form',
        text: '',
        detail: way,
        url: context.redactUrl(location.href),
      });
    known.shown = way !== undefined;
    if (way !== 'password' || known.told) return;
    known.told = true;
    report.incident({
      id: freshId(),
      at: Date.now(),
      kind: 'login-again',
      message: location.host,
      url: context.redactUrl(location.href),
    });
  }, signal);
};
