/**
 * A moment that is looked up is built anew, and with it every animation begins anew and is held there: what flew in long ago
 * would be out of sight. So each is put where it is that long after its document came; most are over by then.
 */
export function settleAnimations(doc: Document, sinceItCame: number): void {
  for (const animation of doc.getAnimations()) {
    const end = animation.effect?.getComputedTiming().endTime;
    // One that goes by scrolling stands where the place is scrolled to; held back with the others it would stay where it was.
    if (animation.timeline !== doc.timeline && animation.playState === 'paused') animation.play();
    if (animation.timeline !== doc.timeline || typeof end !== 'number') continue;
    animation.currentTime = Math.min(Math.max(sinceItCame, 0), end);
  }
  for (const frame of doc.getElementsByTagName('iframe'))
    if (frame.contentDocument) settleAnimations(frame.contentDocument, sinceItCame);
}
