import type { SessionReport } from '../../lib/model/report.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { useText } from '../text.tsx';
import { titlesByStream } from './page-titles.ts';

/** What recording cost each page: milliseconds of the page's own thread, and what was sent. */
export function CostTable({ report }: { report: SessionReport }) {
  const text = useText();
  const titles = titlesByStream(report);
  const urls = new Map(report.streams.map((stream) => [stream.id, stream.url]));
  const ms = (value: number) => text('format.milliseconds', Math.round(value));
  const pages = [...report.cost].sort((a, b) => b.snapshotMs + b.eventsMs - a.snapshotMs - a.eventsMs);
  return (
    <section className="signals-pages" aria-label={text('signals.cost.title')}>
      <details>
        <summary>
          <h3>{text('signals.cost.title')}</h3>
        </summary>
        {pages.length === 0 ? (
          <p className="signals-note zyb-weak">{text('signals.cost.none')}</p>
        ) : (
          <div className="signals-scroll">
            <table className="signals-table">
              <thead>
                <tr>
                  {(['page', 'snapshot', 'events', 'longest', 'sent'] as const).map((column) => (
                    <th scope="col" key={column}>
                      {text(`signals.cost.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {pages.map((page) => (
                  <tr key={page.stream}>
                    <th scope="row" className="zyb-cut" title={urls.get(page.stream)}>
                      {titles.get(page.stream) || formatAddress(urls.get(page.stream) ?? page.stream)}
                    </th>
                    <td>{ms(page.snapshotMs)}</td>
                    <td>{ms(page.eventsMs)}</td>
                    <td>{page.longestMs > 0 ? ms(page.longestMs) : text('signals.unobserved')}</td>
                    <td>{formatBytes(page.bytes)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </details>
    </section>
  );
}
