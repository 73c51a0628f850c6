import { Empty, Tag } from 'antd';
import { checksByStep, failedChecks, type PageCheck, unseenChecks } from '../../lib/model/page-check.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Step } from '../../lib/model/step.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { useText } from '../text.tsx';
import './page-checks.css';

const marks = { minor: '○', moderate: '◆', serious: '▲', critical: '■' } as const;

/** Accessibility and elder-friendliness of the pages checked, step by step; informal. */
export function PageChecksPanel({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const { pageChecks, session } = report;
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
  const groups = checksByStep(report.steps, pageChecks);
  // Where each step was to be checked, one that was not is worth a line; else its absence says nothing.
  const ofSteps = session.pageChecks === 'at-rest' || pageChecks.some(({ why }) => why === 'step');
  const shown = groups.filter(({ checks }) => ofSteps || checks.length > 0);
  const checked = groups.filter(({ step, checks }) => step && checks.length > 0).length;
  const held = pageChecks.reduce((sum, { took }) => sum + took, 0);
  return (
    <div className="page-checks">
      <p className="signals-note">
        <Tag variant="filled" color="gold">
          {text('checks.informal')}
        </Tag>
        {text('checks.about')}
      </p>
      <p className="page-checks-sum zyb-weak">
        {text(
          'checks.sum',
          checked,
          report.steps.length,
          pageChecks.length,
          text('format.milliseconds', Math.round(held)),
        )}
      </p>
      {shown.map(({ step, checks }) => (
        <section className="step-checks" key={step?.id ?? 'none'} data-checked={checks.length > 0}>
          <h3>
            {step && (
              <button type="button" className="signal-moment" onClick={() => replay.seek(step.from)}>
                <span className="zyb-clock">{formatClock(step.from - session.startedAt)}</span>
              </button>
            )}
            <span>{step ? text('checks.step', step.name) : text('checks.noStep')}</span>
            {checks.length === 0 && step && <small className="zyb-weak">{whyNot(step, report, text)}</small>}
          </h3>
          {checks.map((page) => (
            <OnePage key={page.id} page={page} report={report} onJump={replay.seek} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Why a step has no check of its own, as far as that can be told. */
function whyNot(step: Step, report: SessionReport, text: ReturnType<typeof useText>): string {
  if (step.identity) return text('checks.stepLogin');
  const same = report.pageChecks.find(({ url }) => bare(url) === bare(step.url));
  return text(same ? 'checks.stepSame' : 'checks.stepShort');
}

const bare = (url: string) => url.split(/[?#]/)[0];

function OnePage(props: { page: PageCheck; report: SessionReport; onJump(at: number): void }) {
  const { page, report, onJump } = props;
  const text = useText();
  const failed = failedChecks(page);
  const unseen = unseenChecks(page);
  const passed = page.results.filter(({ count }) => count === 0).length;
  const milliseconds = (ms: number) => text('format.milliseconds', Math.round(ms));
  return (
    <section className="page-check">
      <header>
        <button type="button" className="signal-moment" onClick={() => onJump(page.at)}>
          <span className="zyb-clock">{formatClock(page.at - report.session.startedAt)}</span>
        </button>
        <strong title={page.url}>{formatAddress(page.url)}</strong>
        <span className="zyb-weak">
          {[
            text(`checks.why.${page.why}`),
            page.frame !== 0 && text('checks.inFrame'),
            text('checks.passed', passed),
            unseen.length > 0 && text('checks.notChecked', unseen.length),
            page.longest === undefined
              ? text('checks.took', milliseconds(page.took))
              : text('checks.tookLongest', milliseconds(page.took), milliseconds(page.longest)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      {failed.length === 0 && <p className="zyb-weak">{text('checks.clean')}</p>}
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
