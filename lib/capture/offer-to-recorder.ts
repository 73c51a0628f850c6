import { isBeingRead } from './being-read.ts';
import { tellHeard } from './lean/touched-styles.ts';

/** A page that takes longer to come is told as far as it has, ms after it began. */
const longestMs = 1500;
/** One that has nothing to show by then is asked again, ms. */
const againMs = 200;

type Coming = Document & { zybComing?: boolean };

/** Tells the frame above that a script in this one is about to hear what happens here; false: not any more. */
export const tellComing = (is: boolean): void => {
  (document as Coming).zybComing = is;
};

/**
 * For a same-origin iframe: tells the frame above, which records it, that this document can be read, without waiting
 * for its last picture (docs/adr/0055). What it is called is rrweb's, see scripts/lean-rrweb.ts.
 */
export function offerToRecorder(signal: AbortSignal): void {
  const frameElement: (Element & { zybOnLoad?: () => void }) | null = window.frameElement;
  tellHeard(document.readyState === 'loading');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offer = () => {
    clearTimeout(timer);
    tellComing(false);
    if (!signal.aborted) frameElement?.zybOnLoad?.();
  };
  if (document.readyState !== 'loading') return offer();
  document.addEventListener('DOMContentLoaded', offer, { once: true, signal });
  const offerWhatStands = () => {
    if (document.body) offer();
    else timer = setTimeout(offerWhatStands, againMs);
  };
  // One that a script writes may have no end.
  timer = setTimeout(offerWhatStands, isBeingRead() ? longestMs : 0);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
