import { tellHeard } from './lean/touched-styles.ts';

/** A page that takes longer to come is told as far as it has, ms after it began. */
const longestMs = 1500;

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
  const offer = () => {
    tellComing(false);
    if (!signal.aborted) frameElement?.zybOnLoad?.();
  };
  if (document.readyState !== 'loading') return offer();
  document.addEventListener('DOMContentLoaded', offer, { once: true, signal });
  const timer = setTimeout(() => document.body && offer(), longestMs);
  signal.addEventListener('abort', () => clearTimeout(timer));
}
