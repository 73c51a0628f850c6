import { findFields } from './find-fields.ts';
import { isShown } from './is-shown.ts';
import { overPauses } from './over-pauses.ts';
import { readable } from './read-notices.ts';
import { freshId, type Watcher } from './watcher.ts';

/** So long after the load event the page must show something. Milliseconds. */
const patienceMs = 3000;
/** Fewer characters than this, and nothing else to see, is a blank page. */
const leastWords = 20;
/** A frame smaller than this is no page. Pixels. */
const leastFrame = { width: 200, height: 100 };

const knownOf = overPauses(() => ({ told: false }));

/** A document with next to nothing on it some seconds after it has loaded, or after somebody came to its tab. Told once. */
export const watchBlankPage: Watcher = (report, context, signal) => {
  const known = knownOf(context);
  if (known.told) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (document.visibilityState === 'hidden')
      return document.addEventListener('visibilitychange', begin, { once: true, signal });
    if (innerWidth < leastFrame.width || innerHeight < leastFrame.height) return;
    if (readable(leastWords) >= leastWords || showsAnything()) return;
    known.told = true;
    report.sighting({
      id: freshId(),
      at: Date.now(),
      kind: 'blank-page',
      text: '',
      detail: '',
      url: context.redactUrl(location.href),
    });
  };
  const begin = () => {
    timer = setTimeout(look, patienceMs);
  };
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
};

function showsAnything(): boolean {
  if (findFields().length > 0 || document.querySelector('frameset,embed,object')) return true;
  return [...document.querySelectorAll('img,canvas,video,svg,iframe,button')].some((element) =>
    isShown(element),
  );
}
