type ReplayEvent = { type: number; data: unknown };

/** rrweb's Meta event, which comes right before each snapshot. */
const META = 4;

/**
 * Fills in the window's size, which rrweb would ask for in the middle of loading, making the page lay itself out: to be
 * called when the event is worked on.
 */
export function sizeKeyframe(event: ReplayEvent): void {
  if (event.type !== META) return;
  const data = event.data as { width: number; height: number };
  data.width ||= innerWidth;
  data.height ||= innerHeight;
}

export const isKeyframe = (event: { type: number }) => event.type === META;
