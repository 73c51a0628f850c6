import type { Segment } from './step-segments.ts';

/** Parts of a time side by side; `share` is the bar's length against the longest. */
export function StepBar({ segments, share }: { segments: readonly Segment[]; share: number }) {
  return (
    <span className="step-bar" aria-hidden="true">
      <span className="step-bar-fill" style={{ width: `${Math.max(share * 100, 0.6)}%` }}>
        {segments.map((segment) => (
          <i key={segment.kind} data-kind={segment.kind} style={{ flexGrow: segment.ms }} />
        ))}
      </span>
    </span>
  );
}
