import { defineSignal } from './define-signal.ts';
import { findReturns } from './return-moments.ts';
import { counted, unseenPart, unseenPlaces } from './seen.ts';

/**
 * How often the walker went back: the browser's back, a reload, 上一步 and its like, a wizard at a step it had left.
 * What one press brings about counts once; the browser's forward is none, where the addresses before tell it from back.
 *
 * The browser's own going back is seen on every walk; buttons only where texts are kept. Threshold 1, ours: one look
 * back is reading, the second says that the way is not clear.
 */
export const backtrack = defineSignal({
  code: 'backtrack',
  unit: 'count',
  threshold: 1,
  source: 'ours: one look back is reading',
  measure(report) {
    const evidence = findReturns(report)
      .filter(({ forward }) => !forward)
      .map(({ at, tab, refs, text }) => ({ at, tab, refs, text: text.slice(0, 200) }));
    const { value } = counted(report, evidence, unseenPlaces(report));
    if (value === null) return { value, unseen: unseenPlaces(report) };
    const words = report.session.privacy === 'metrics' ? 'metrics-only' : unseenPart(report);
    return { value, evidence, unseen: words };
  },
});
