import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Signal } from '../../lib/model/signal.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { useText } from '../text.tsx';
import { CostTable } from './cost-table.tsx';
import { groupNames, signalGroups } from './signal-groups.ts';
import { SignalRow } from './signal-row.tsx';
import { unseenText } from './signal-words.ts';
import './signals-panel.css';
import { VitalsTable } from './vitals-table.tsx';

const shows = {
  all: () => true,
  over: (signal: Signal) => signal.over === true,
  unseen: (signal: Signal) => signal.value === null,
};
type Show = keyof typeof shows;

/**
 * The measured facts of a walk: each with its limit and the moments it rests on, which lead into the replay; then the
 * timing of each page, and what recording it cost.
 */
export function SignalsPanel(props: {
  report: SessionReport;
  computeSignals(report: SessionReport): readonly Signal[];
  replay: ReplayHandle;
}) {
  const { report, computeSignals, replay } = props;
  const text = useText();
  const signals = useMemo(() => computeSignals(report), [computeSignals, report]);
  const [show, setShow] = useState<Show>('all');
  if (signals.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('signals.none')} />;
  const byCode = new Map(signals.map((signal) => [signal.code, signal]));
  const groups = groupNames
    .map((name) => ({
      name,
      rows: signalGroups[name].flatMap((code) => byCode.get(code) ?? []).filter(shows[show]),
    }))
    .filter((group) => group.rows.length > 0);
  const about = noteOn(report, signals);
  const parts = [
    ...new Set(signals.filter(({ value }) => value !== null).map((each) => unseenText(each, text))),
  ].filter(Boolean);
  return (
    <div className="signals">
      <div className="incident-filter" role="group" aria-label={text('signals.filter')}>
        {(Object.keys(shows) as Show[]).map((key) => (
          <button type="button" key={key} aria-pressed={show === key} onClick={() => setShow(key)}>
            {text(`signals.show.${key}`)} <b>{signals.filter(shows[key]).length}</b>
          </button>
        ))}
      </div>
      {about && <p className="signals-note">{text(`signals.note.${about}`)}</p>}
      {parts.length > 0 && (
        <p className="signals-note zyb-weak">
          {text('signals.note.partly', parts.join(text('signals.waiting.and')))}
        </p>
      )}
      {groups.length === 0 && <p className="signals-note zyb-weak">{text(`signals.noneShown.${show}`)}</p>}
      {groups.map(({ name, rows }) => (
        <table className="signals-table" key={name}>
          <caption>{text(`signals.group.${name}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{text('signals.column.signal')}</th>
              <th scope="col">{text('signals.column.value')}</th>
              <th scope="col">{text('signals.column.limit')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((signal) => (
              <SignalRow
                key={signal.code}
                signal={signal}
                since={report.session.startedAt}
                onJump={replay.seek}
              />
            ))}
          </tbody>
        </table>
      ))}
      {show === 'all' && (
        <>
          <VitalsTable report={report} onJump={replay.seek} />
          <CostTable report={report} />
        </>
      )}
    </div>
  );
}

/** What one must know before reading: the whole walk was seen less closely than today's would be. */
function noteOn(report: SessionReport, signals: readonly Signal[]): 'metrics' | 'old' | undefined {
  if (report.session.privacy === 'metrics') return 'metrics';
  return signals.some((signal) => signal.value === null && signal.unseen === 'old-report')
    ? 'old'
    : undefined;
}
