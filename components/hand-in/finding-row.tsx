import { Button } from 'antd';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { maskKinds } from '../session-review/mask-kinds.ts';
import { useText } from '../text.tsx';
import { type FindingGroup, listOf } from './group-findings.ts';
import { placeName } from './place-name.ts';

/** How much of the text around a value is shown. */
const around = 12;

/** One value that looks personal: what, where, and the two things to do about it. */
export function FindingRow(props: {
  report: SessionReport;
  group: FindingGroup;
  onMask(value: string): void;
  onJump(at: number): void;
}) {
  const { report, group, onMask, onJump } = props;
  const text = useText();
  const [first] = group.findings;
  if (!first) return null;
  const kind = maskKinds.includes(group.kind) ? group.kind : 'other';
  const places = [...new Set(group.findings.map(({ field }) => placeName(listOf(field), text)))].join('、');
  const { at } = first;
  return (
    <li>
      <p>
        <strong>{text(keyOf('review.masked', kind))}</strong>{' '}
        <span>
          {places}
          {group.findings.length > 1 && ` ×${group.findings.length}`}
        </span>{' '}
        {at !== undefined && <span className="zyb-clock">{formatClock(at - report.session.startedAt)}</span>}
      </p>
      <p className="finding-words">
        {first.text.slice(Math.max(0, first.start - around), first.start)}
        <mark>{group.value}</mark>
        {first.text.slice(first.end, first.end + around)}
      </p>
      <p className="hand-in-line">
        {at !== undefined && (
          <Button size="small" onClick={() => onJump(at)}>
            {text('handIn.check.look')}
          </Button>
        )}
        <Button size="small" onClick={() => onMask(group.value)}>
          {text('handIn.check.mask')}
        </Button>
      </p>
    </li>
  );
}
