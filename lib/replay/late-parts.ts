/**
 * Pictures and fonts come into a replay a moment after it is built, and what stands there moves. Calls once for all that come
 * between two pictures on the screen, in frames too. Asked again for the same document it still calls once.
 */
export function whenPartsCome(doc: Document, call: () => void): void {
  const hear = hearing.get(call) ?? onceAFrame(call);
  hearing.set(call, hear);
  doc.addEventListener('load', hear, true);
  doc.fonts.addEventListener('loadingdone', hear);
  for (const frame of doc.getElementsByTagName('iframe'))
    if (frame.contentDocument) whenPartsCome(frame.contentDocument, call);
}

/** The listener of each call: a document hears the same one once. */
const hearing = new WeakMap<() => void, () => void>();

function onceAFrame(call: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      call();
    });
  };
}
