import { keyOf } from '../format/key-of.ts';
import type { ReplayState } from '../session-review/review-source.ts';
import type { Text } from '../text.tsx';

const gapReasons = [
  'identity-host',
  'not-granted',
  'no-script-here',
  'page-loading',
  'lost-batch',
  'recorder-stopped',
  'metrics-only',
  'over-budget',
  'picture-dropped',
  'browser-closed',
  'cut',
  'asleep',
  'tab-crashed',
  'frame-crashed',
  'extension-updated',
  'not-stored',
  'states-held',
  'not-shown',
  'frame-unseen',
  'outside-walk',
  'requests-unseen',
];
const errorReasons = [
  'object-hash',
  'not-gzip',
  'too-large',
  'not-events',
  'too-deep',
  'too-many-nodes',
  'no-snapshot',
  'sandbox',
];
const notes = ['skipped-pause', 'skipped-silence'];

/** Why there is nothing to play, in words: the player's codes where it gave one, else its own message. */
export function reasonText(state: Pick<ReplayState, 'status' | 'reason'>, text: Text): string {
  const reason = state.reason ?? '';
  if (state.status === 'gap') {
    return text(gapReasons.includes(reason) ? keyOf('gapWhy', reason) : 'review.gapView.noStream');
  }
  return errorReasons.includes(reason) ? text(keyOf('review.replay.broken', reason)) : reason;
}

/** The key of a passing note about a stretch that playback left out; undefined when there is none. */
export function noteKey(state: Pick<ReplayState, 'reason'>): string | undefined {
  return state.reason && notes.includes(state.reason) ? keyOf('review.replay', state.reason) : undefined;
}
