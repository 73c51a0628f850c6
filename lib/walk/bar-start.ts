import type { BarStart } from '../messages.ts';
import type { WalkState } from '../model/walk-state.ts';

/**
 * What a page's bar begins with. The last state told goes along with a page's orders, so that no page has to ask for it;
 * newer ones follow as they come.
 */
export function createBarStarts(dependencies: {
  readWalk(): Promise<WalkState>;
  readPosition(): Promise<BarStart['position']>;
  texts: Record<string, string>;
}) {
  let last: BarStart | undefined;
  return {
    /** Null without a walk. */
    async read(): Promise<BarStart | null> {
      const state = await dependencies.readWalk();
      if (!state.session) return null;
      last = { state, position: await dependencies.readPosition(), texts: dependencies.texts };
      return last;
    },
    /** The bar was told this. */
    told(state: WalkState): void {
      if (last) last = { ...last, state };
    },
    /** The walker left the bar there. */
    moved(position: BarStart['position']): void {
      if (last) last = { ...last, position };
    },
    /** Undefined before this walk's first state was read. */
    lastOf: (sessionId: string): BarStart | undefined =>
      last?.state.session?.id === sessionId ? last : undefined,
  };
}
