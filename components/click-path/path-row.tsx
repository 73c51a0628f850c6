import type { Action } from '../../lib/model/action.ts';
import type { Visit } from '../../lib/model/visit.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { type Text, useText } from '../text.tsx';
import type { PathRow } from './path-rows.ts';

/** A pause before an action that is worth a look, ms: half the 20 s after which a walker counts as thinking. */
const longPause = 10_000;

/** What was given, by its measure alone. */
function measureOf(action: Action, text: Text): string {
  const { value } = action;
  if (value?.files) {
    const kinds = [...new Set(value.files.map((file) => file.extension))].join(', ');
    const bytes = value.files.reduce((sum, file) => sum + file.bytes, 0);
    return text('review.path.files', value.files.length, kinds, formatBytes(bytes));
  }
  if (value?.checked !== undefined)
    return text(value.checked ? 'review.path.checked' : 'review.path.unchecked');
  if (value?.key) return value.key;
  return value?.length === undefined ? '' : text('review.path.length', value.length);
}

/** One action: when, what, on what, with how long a pause before it. */
export function ActionRow(props: {
  row: PathRow & { what: 'action' };
  since: number;
  current: boolean;
  replay: ReplayHandle;
}) {
  const { row, since, current, replay } = props;
  const text = useText();
  const { action } = row;
  const measure = measureOf(action, text);
  return (
    <button
      type="button"
      className="zyb-row path-action"
      aria-current={current}
      title={action.url}
      onClick={() => replay.seek(action.at)}
    >
      <span className="zyb-clock">{formatClock(action.at - since)}</span>
      <span className="path-kind" data-kind={action.kind}>
        {text(keyOf('actionKind', action.kind))}
      </span>
      <span className="zyb-cut">
        {action.label || <span className="zyb-weak">{text('review.path.noLabel')}</span>}
        {measure && <span className="zyb-weak path-measure">{measure}</span>}
        {action.frame !== 0 && <span className="zyb-weak path-measure">{text('review.path.inFrame')}</span>}
      </span>
      <span className="zyb-weak path-since" data-long={(row.since ?? 0) >= longPause}>
        {row.since === undefined ? '' : `+${formatDuration(row.since, text)}`}
      </span>
    </button>
  );
}

/** A page the walker came to, and how long it took to load. */
export function VisitRow({ visit, since, replay }: { visit: Visit; since: number; replay: ReplayHandle }) {
  const text = useText();
  const name = visit.wizardStep || visit.title || formatAddress(visit.url);
  const load = visit.loadMs === undefined ? text('review.unobserved') : formatDuration(visit.loadMs, text);
  return (
    <button
      type="button"
      className="zyb-row path-visit"
      title={visit.url}
      onClick={() => replay.seek(visit.at)}
    >
      <span className="zyb-clock">{formatClock(visit.at - since)}</span>
      <span className="zyb-weak">{text(`review.path.visit.${visit.back ? 'back' : visit.kind}`)}</span>
      <span className="zyb-cut">
        {name} <span className="zyb-weak">{formatAddress(visit.url)}</span>
      </span>
      {visit.kind === 'document' && (
        <span className="zyb-weak path-since">{text('review.path.load', load)}</span>
      )}
    </button>
  );
}
