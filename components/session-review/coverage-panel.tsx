import type { SessionReport } from '../../lib/model/report.ts';
import { AssetList } from '../asset-list/asset-list.tsx';
import { formatShare } from '../format/format-bytes.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { EditsMade } from '../hand-in/edits-made.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { useText } from '../text.tsx';
import { ConsentRecord } from './consent-record.tsx';
import { costOf } from './cost-of.ts';
import { maskedByKind } from './mask-kinds.ts';
import { PolicyRecord } from './policy-record.tsx';

/** What was not seen, what was masked, and what recording cost: what one must know before judging the rest. */
export function CoveragePanel({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const { coverage, gaps, session } = report;
  const since = session.startedAt;
  const unobserved = text('review.unobserved');
  const cost = costOf(report.cost, coverage.recordedMs, report.pageChecks);
  const masked = maskedByKind(report.masked);
  const facts: [string, string][] = [
    [
      'time',
      coverage.walkedMs > 0
        ? text(
            'review.coverage.of',
            formatDuration(coverage.recordedMs, text),
            formatDuration(coverage.walkedMs, text),
            formatShare(coverage.recordedMs, coverage.walkedMs) ?? unobserved,
          )
        : unobserved,
    ],
    [
      'frames',
      coverage.frames > 0
        ? text(
            'review.coverage.of',
            coverage.framesRecorded,
            coverage.frames,
            formatShare(coverage.framesRecorded, coverage.frames) ?? unobserved,
          )
        : unobserved,
    ],
    [
      'pauses',
      session.pauses.length === 0
        ? text('review.coverage.noPauses')
        : text('review.coverage.pauseCount', session.pauses.length),
    ],
    [
      'cost',
      cost
        ? text(
            cost.checksMs > 0 ? 'review.coverage.costWithChecks' : 'review.coverage.costFigures',
            formatDuration(cost.totalMs, text),
            cost.share ?? unobserved,
            text('format.milliseconds', Math.round(cost.longestSnapshotMs)),
            text('format.milliseconds', Math.round(cost.checksMs)),
          )
        : unobserved,
    ],
    ['recorder', `${report.recorder.name} ${report.recorder.version} · ${report.recorder.browser}`],
  ];
  return (
    <div className="coverage">
      <dl className="coverage-facts">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt title={text(`review.coverage.explain.${key}`)}>{text(`review.coverage.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ConsentRecord report={report} replay={replay} />
      <h3>{text('review.coverage.gaps', gaps.length)}</h3>
      {gaps.length === 0 && <p className="coverage-none zyb-weak">{text('review.coverage.noGaps')}</p>}
      {gaps.map((gap) => (
        <button
          type="button"
          className="zyb-row coverage-gap"
          key={gap.id}
          onClick={() => replay.seek(gap.from)}
        >
          <span className="zyb-clock">
            {formatClock(gap.from - since)} – {formatClock(gap.to - since)}
          </span>
          <span>
            {text(keyOf('gapWhy', gap.why))} {gap.detail && <span className="zyb-weak">{gap.detail}</span>}
          </span>
          <span className="zyb-clock">{formatDuration(gap.to - gap.from, text)}</span>
        </button>
      ))}
      <AssetList assets={report.assets} />
      <h3>
        {text(
          'review.coverage.masked',
          masked.reduce((sum, each) => sum + each.count, 0),
        )}
      </h3>
      <p className="coverage-masked">
        {masked.length === 0 && <span className="zyb-weak">{text('review.coverage.nothingMasked')}</span>}
        {masked.map(({ kind, count }) => (
          <span key={kind}>
            {text(keyOf('review.masked', kind))} <b>{count}</b>
          </span>
        ))}
      </p>
      <PolicyRecord report={report} />
      <h3>{text('handIn.madeTitle')}</h3>
      <div className="coverage-edits">
        <EditsMade report={report} />
      </div>
    </div>
  );
}
