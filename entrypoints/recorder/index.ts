import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { knownAbove } from '../../lib/capture/known-above.ts';
import { noteScrolls } from '../../lib/capture/lean/scrolled.ts';
import { startIdentityWatch } from '../../lib/capture/start-identity-watch.ts';
import { startRecorder } from '../../lib/capture/start-recorder.ts';
import { createLearnedTeller } from '../../lib/capture/tell-learned.ts';
import { onMessage, sendMessage } from '../../lib/messages.ts';
import { redactSheet } from '../../lib/redact/event/redact-sheet.ts';
import {
  createEventMemory,
  createSessionDigests,
  createTypedWords,
  createWholeTexts,
  isPersonalBeside,
  redactEventInSteps,
  redactText,
  redactUrl,
  sensitiveRanges,
  settingOf,
} from '../../lib/redact/index.ts';
import { runRecorder } from './run.ts';

/** Isolated world, in every frame of a session's tabs, only while a session is open. */
export default defineUnlistedScript({
  globalName: false,
  main() {
    noteScrolls();
    return runRecorder(({ orders, ...given }) => {
      // A tab joined on the unified login gets this script too; its own, lighter one does the same there.
      if (orders.identity) return startIdentityWatch({ orders, ...given });
      const urlRules = { safeParams: orders.safeParams };
      const { learned } = orders;
      const digests = learned && createSessionDigests(learned.secret, learned.digests, () => teller?.soon());
      const teller = digests && createLearnedTeller(digests, (list) => sendMessage('tellLearned', list));
      if (digests) onMessage('hearLearned', ({ data }) => digests.addKnown(data));
      const wholes = createWholeTexts(
        given.kin === 'inside-parent' ? (text) => knownAbove()?.kindOf(text) : undefined,
      );
      const memory = createEventMemory({
        tagKey: orders.markKey,
        wholes,
        ...(digests && { digests }),
        ...(orders.redaction && { setting: settingOf(orders.redaction) }),
      });
      const typed = createTypedWords(memory);
      return startRecorder({
        orders,
        ...given,
        send(batch) {
          teller?.tell();
          return given.send(batch);
        },
        redact: {
          text: (text) => redactText(text, memory),
          url: (url) => redactUrl(url, urlRules, memory),
          css: (css) => redactSheet(css, memory),
          event: (event, isWritten) =>
            redactEventInSteps(event, { urlRules, memory, ...(isWritten && { isWritten }) }),
          ranges: (text) => sensitiveRanges(text, memory),
          isPersonalBeside: (label, text) => isPersonalBeside(label, text, memory),
          kindOfWhole: wholes.kindOf,
          typed: {
            ...typed,
            tell(field) {
              typed.tell(field);
              // The request that it brings about is told by the browser at once.
              teller?.tell();
            },
          },
        },
        nearSubmit: () => void sendMessage('nearSubmit', undefined),
      });
    }, true);
  },
});
