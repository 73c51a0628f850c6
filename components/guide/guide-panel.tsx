import { useMemo } from 'react';
import { declaredValue, type GuidePage } from '../../lib/model/guide-page.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { Assessors, EarlierWalks } from '../session-review/assessors.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { GuideFindings } from './guide-findings.tsx';
import { ReductionsTable } from './reductions-table.tsx';
import './guide.css';

/** Guide against walk, the four reductions, and what the guide pages declare. */
export function GuidePanel(props: {
  report: SessionReport;
  assess: Assessors;
  earlier?: EarlierWalks | undefined;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
}) {
  const { report, assess, earlier, replay, edits } = props;
  const text = useText();
  const findings = useMemo(() => assess.findGuideFindings(report), [assess, report]);
  const pages = useMemo(() => fullestOfEach(report.guidePages), [report.guidePages]);
  return (
    <div className="guide-panel">
      <h3>{text('guide.findings')}</h3>
      {pages.length === 0 ? (
        <p className="signals-note zyb-weak">{text('guide.none')}</p>
      ) : (
        <GuideFindings findings={findings} since={report.session.startedAt} onJump={replay.seek} />
      )}
      <ReductionsTable report={report} assess={assess} earlier={earlier} edits={edits} />
      {pages.map((page) => (
        <Declared key={page.id} page={page} />
      ))}
    </div>
  );
}

/** Everything one guide page declares. */
function Declared({ page }: { page: GuidePage }) {
  const text = useText();
  return (
    <details className="guide-declared" open={page.fields.length < 12}>
      <summary>
        <h3>{declaredValue(page, 'item-name') || page.title || text('guide.title')}</h3>{' '}
        <span className="zyb-weak">{text('guide.fieldCount', page.fields.length)}</span>
      </summary>
      <table className="signals-table">
        <tbody>
          {page.fields.map((field) => (
            <tr key={field.label}>
              <th scope="row">{field.label}</th>
              <td>{field.value || <span className="zyb-weak">{text('guide.blank')}</span>}</td>
            </tr>
          ))}
          {page.flow.length > 0 && (
            <tr>
              <th scope="row">{text('guide.flow')}</th>
              <td>{text('guide.stages', page.flow.length, page.flow.join(' → '))}</td>
            </tr>
          )}
          {page.materials.map((material) => (
            <tr key={material.name}>
              <th scope="row">{text('guide.materials')}</th>
              <td>
                {material.name}{' '}
                <span className="zyb-weak">
                  {[
                    material.form,
                    material.required && text('guide.needed'),
                    material.shared && text('guide.free'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** A guide that was opened again is shown once. */
function fullestOfEach(pages: readonly GuidePage[]): GuidePage[] {
  const byUrl = new Map<string, GuidePage>();
  for (const page of pages) {
    const known = byUrl.get(page.url);
    if (!known || page.fields.length > known.fields.length) byUrl.set(page.url, page);
  }
  return [...byUrl.values()];
}
