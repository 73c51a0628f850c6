import type { Action } from '../../model/action.ts';
import type { Stream } from '../../model/stream.ts';

/**
 * Whether an action happened in its tab's main frame. The browser gives the frame of a page that is being left a
 * number of its own, so the frame's path and the stream are asked before the number.
 */
export function createMainFrameTest(streams: readonly Stream[]): (action: Action) => boolean {
  const byId = new Map(streams.map((stream) => [stream.id, stream]));
  return (action) =>
    action.framePath ? action.framePath.length === 0 : (byId.get(action.stream)?.top ?? action.frame === 0);
}
