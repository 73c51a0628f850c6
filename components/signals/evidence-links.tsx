import { useState } from 'react';
import type { SignalEvidence } from '../../lib/model/signal.ts';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { evidenceText } from './signal-words.ts';

/** How long before the moment the replay begins, ms, so that one sees what led to it. */
const lead = 3000;
/** So many moments are enough to begin with, and so many at all. */
const few = 4;
const most = 200;

/** The moments a signal rests on; each leads the replay there. */
export function EvidenceLinks(props: {
  evidence: readonly SignalEvidence[];
  since: number;
  onJump(at: number): void;
}) {
  const { evidence, since, onJump } = props;
  const text = useText();
  const [all, setAll] = useState(false);
  if (evidence.length === 0) return null;
  const shown = evidence.slice(0, all ? most : few);
  return (
    <span className="signal-evidence">
      {shown.map((each) => {
        const clock = formatClock(each.at - since);
        const what = evidenceText(each.text, text);
        const span = each.to === undefined ? clock : `${clock} – ${formatClock(each.to - since)}`;
        return (
          <button
            type="button"
            className="signal-moment"
            key={`${each.at} ${each.refs[0] ?? each.text}`}
            title={`${span} ${what}`}
            aria-label={text('signals.jump', span, what)}
            onClick={() => onJump(Math.max(since, each.to === undefined ? each.at - lead : each.at))}
          >
            <span className="zyb-clock">{clock}</span>
            {what && <span className="zyb-cut">{what}</span>}
          </button>
        );
      })}
      {!all && evidence.length > few && (
        <button type="button" className="signal-more" onClick={() => setAll(true)}>
          {text('signals.more', evidence.length - few)}
        </button>
      )}
      {all && evidence.length > most && <span>{text('signals.mostShown', most, evidence.length)}</span>}
    </span>
  );
}
