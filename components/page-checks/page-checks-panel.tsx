import { Empty, Tag } from 'antd';
import type { PageCheck } from '../../lib/model/page-check.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findAround } from '../replay-panel/last-before.ts';
import { useText } from '../text.tsx';
import './page-checks.css';

const marks = { minor: '○', moderate: '◆', serious: '▲', critical: '■' } as const;

/** Accessibility and elder-friendliness of the pages checked, step by step; informal. */
export function PageChecksPanel({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const { pageChecks } = report;
  if (pageChecks.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            {text('checks.none')}
            <br />
            {text('checks.noneHow')}
          </>
        }
      />
    );
  return (
    <div className="page-checks">
      <p className="signals-note">
        <Tag variant="filled" color="gold">
          {text('checks.informal')}
        </Tag>
        {text('checks.about')}
      </p>
      {pageChecks.map((page) => (
        <OnePage key={page.id} page={page} report={report} onJump={replay.seek} />
      ))}
    </div>
  );
}

function OnePage(props: { page: PageCheck; report: SessionReport; onJump(at: number): void }) {
  const { page, report, onJump } = props;
  const text = useText();
  const failed = page.results.filter(({ count }) => count !== null && count > 0);
  const unseen = page.results.filter(({ count, why }) => count === null && why !== 'nothing-to-check');
  const passed = page.results.length - failed.length - unseen.length;
  const step = findAround(report.steps, page.at)?.name;
  return (
    <section className="page-check">
      <header>
        <button type="button" className="signal-moment" onClick={() => onJump(page.at)}>
          <span className="zyb-clock">{formatClock(page.at - report.session.startedAt)}</span>
        </button>
        <strong>{step ? text('checks.step', step) : formatAddress(page.url)}</strong>
        <span className="zyb-weak">
          {[
            text(`checks.why.${page.why}`),
            text('checks.passed', passed),
            unseen.length > 0 && text('checks.notChecked', unseen.length),
            text('checks.took', text('format.milliseconds', Math.round(page.took))),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      <ul>
        {failed.map((result) => (
          <li key={result.check} data-impact={result.impact}>
            <span aria-hidden="true">{marks[result.impact]}</span>{' '}
            <strong>{text(keyOf('checks.kind', result.check))}</strong>{' '}
            <span className="zyb-weak">{text(`checks.impact.${result.impact}`)}</span>{' '}
            {result.places.length > 0 && (
              <details>
                <summary className="zyb-weak">{text('checks.places', result.count ?? 0)}</summary>
                {result.rules.length > 0 && <code>{result.rules.join(' ')}</code>}
                {result.places.map((place) => (
                  <code key={place}>{place}</code>
                ))}
              </details>
            )}
          </li>
        ))}
        {unseen.map((result) => (
          <li key={result.check} className="zyb-weak">
            {text(keyOf('checks.kind', result.check))}：{text(keyOf('checks.unseen', result.why ?? 'failed'))}
          </li>
        ))}
      </ul>
    </section>
  );
}
