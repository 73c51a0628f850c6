import type { PageTiming } from '../../lib/model/page-timing.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { rateVital, vitalLimits, type WebVital, webVitals } from '../../lib/model/web-vital.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatClock } from '../format/format-duration.ts';
import { useText } from '../text.tsx';
import { titlesByStream } from './page-titles.ts';
import { vitalText } from './vital-text.ts';

const marks = { good: '●', middling: '◆', poor: '■' } as const;

/** How fast each page was, by the web-vitals limits: the form of the mark and its word tell what the colour does. */
export function VitalsTable({ report, onJump }: { report: SessionReport; onJump(at: number): void }) {
  const text = useText();
  const pages = report.pageTimings.filter((page) => page.frame === 0).sort((a, b) => a.at - b.at);
  const titles = titlesByStream(report);
  const cell = (page: PageTiming, vital: WebVital) => {
    const rating = rateVital(page, vital);
    if (!rating) return <span className="zyb-weak">{text('signals.unobserved')}</span>;
    return (
      <span className="vital" data-rating={rating} title={text(`signals.rating.${rating}`)}>
        <span aria-hidden="true">{marks[rating]}</span> {vitalText(vital, page[vital] ?? 0)}
        <span className="signals-spoken">{text(`signals.rating.${rating}`)}</span>
      </span>
    );
  };
  return (
    <section className="signals-pages" aria-label={text('signals.vitals.title')}>
      <h3>{text('signals.vitals.title')}</h3>
      {pages.length === 0 ? (
        <p className="signals-note zyb-weak">{text('signals.vitals.none')}</p>
      ) : (
        <>
          <p className="signals-legend zyb-weak">
            {(['good', 'middling', 'poor'] as const).map((rating) => (
              <span className="vital" data-rating={rating} key={rating}>
                <span aria-hidden="true">{marks[rating]}</span> {text(`signals.rating.${rating}`)}
              </span>
            ))}
          </p>
          <div className="signals-scroll">
            <table className="signals-table">
              <thead>
                <tr>
                  <th scope="col">{text('signals.vitals.page')}</th>
                  {webVitals.map((vital) => (
                    <th scope="col" key={vital} title={limitsText(vital)}>
                      {text(`signals.vitals.${vital}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {pages.map((page) => (
                  <tr key={page.id}>
                    <th scope="row">
                      <button type="button" className="signal-moment" onClick={() => onJump(page.at)}>
                        <span className="zyb-clock">{formatClock(page.at - report.session.startedAt)}</span>
                        <span className="zyb-cut" title={page.url}>
                          {titles.get(page.stream) || formatAddress(page.url)}
                        </span>
                      </button>
                    </th>
                    {webVitals.map((vital) => (
                      <td key={vital}>{cell(page, vital)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );

  function limitsText(vital: WebVital): string {
    const { good, poor } = vitalLimits[vital];
    return text(`signals.vitals.limits`, vitalText(vital, good), vitalText(vital, poor));
  }
}
