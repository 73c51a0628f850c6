import type { PathEntry } from '../../lib/model/click-path.ts';
import { formatDuration } from '../format/format-duration.ts';
import { useText } from '../text.tsx';

/** An answer sooner than this seems instant and needs no figure, ms (Nielsen's first response-time limit). */
const felt = 100;
/** A wait that people notice as a break in what they do, ms (Nielsen's second response-time limit). */
const noticed = 1000;

/** How long the page took to react to a click, or that it never did. Nothing where it was not watched. */
export function ReactionText({ entry }: { entry: PathEntry & { what: 'action' } }) {
  const text = useText();
  const { unanswered, waitedMs } = entry.reaction;
  const clicks = entry.run.filter((each) => each.kind === 'click').length;
  if (unanswered > 0) {
    const all = unanswered === clicks;
    return (
      <strong data-tone="bad">
        {all ? text('clickPath.reaction.none') : text('clickPath.reaction.someNone', unanswered)}
      </strong>
    );
  }
  if (waitedMs === undefined || waitedMs < felt) return null;
  return (
    <span data-tone={waitedMs >= noticed ? 'warn' : undefined}>
      {text('clickPath.reaction.waited', formatDuration(waitedMs, text))}
    </span>
  );
}
