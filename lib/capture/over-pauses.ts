import type { FrameContext } from './watcher.ts';

/**
 * What a watcher remembers of a frame as long as it is recorded: watchers begin anew when the walk goes on after a
 * pause, and what merely stood there meanwhile is no news then. `make` makes it for each recording.
 */
export function overPauses<T extends object>(make: () => T): (context: FrameContext) => T {
  const known = new WeakMap<FrameContext, T>();
  return (context) => {
    const kept = known.get(context) ?? make();
    known.set(context, kept);
    return kept;
  };
}
