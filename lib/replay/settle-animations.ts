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
  const drawings = drawingsOf(doc);
  for (const drawing of drawings) {
    drawing.setCurrentTime(Math.max(sinceItCame, 0) / 1000);
    drawing.pauseAnimations();
  }
  // A document that rrweb has written stays open, and drawings move in no document that is still to come.
  if (drawings.size > 0 && doc.readyState === 'loading') doc.close();
  for (const frame of doc.getElementsByTagName('iframe'))
    if (frame.contentDocument) settleAnimations(frame.contentDocument, sinceItCame);
}

/** Whether drawings that move by elements of their own (SMIL) go on; rrweb holds back those of style sheets. */
export function moveDrawings(doc: Document, goOn: boolean): void {
  for (const drawing of drawingsOf(doc)) {
    if (goOn) drawing.unpauseAnimations();
    else drawing.pauseAnimations();
  }
  for (const frame of doc.getElementsByTagName('iframe'))
    if (frame.contentDocument) moveDrawings(frame.contentDocument, goOn);
}

function drawingsOf(doc: Document): Set<SVGSVGElement> {
  const drawings = new Set<SVGSVGElement>();
  for (const moving of doc.querySelectorAll<SVGElement>('animate,animateTransform,animateMotion,set')) {
    let drawing = moving.ownerSVGElement;
    while (drawing?.ownerSVGElement) drawing = drawing.ownerSVGElement;
    if (drawing) drawings.add(drawing);
  }
  return drawings;
}
