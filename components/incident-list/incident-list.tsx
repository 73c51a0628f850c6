import { Empty, Tag } from 'antd';
import { useMemo, useState } from 'react';
import type { Incident, IncidentKind } from '../../lib/model/incident.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findAround, findLastBefore } from '../replay-panel/last-before.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import { useText } from '../text.tsx';
import { countKinds, isFailure } from './count-kinds.ts';
import './incident-list.css';
import { incidentMessage } from './incident-message.ts';

/** How long before an incident the replay begins, ms, so that one sees what led to it. */
const lead = 5_000;
/** Shorter answers seem instant and are not worth a figure, ms. */
const felt = 100;

/** What went wrong by itself, by kind; each row jumps to 5 seconds before. */
export function IncidentList({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const [only, setOnly] = useState<IncidentKind>();
  const kinds = useMemo(() => countKinds(report.incidents), [report.incidents]);
  const current = useReplay(replay, (state) => findLastBefore(report.incidents, state.at + lead)?.id);
  if (report.incidents.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('review.incidents.none')} />;
  }
  const shown = report.incidents.filter((incident) => only === undefined || incident.kind === only);
  return (
    <>
      <div className="incident-filter" role="group" aria-label={text('review.incidents.filter')}>
        <button type="button" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>
          {text('review.incidents.all')} <b>{report.incidents.length}</b>
        </button>
        {kinds.map(({ kind, count }) => (
          <button
            type="button"
            key={kind}
            aria-pressed={only === kind}
            onClick={() => setOnly(only === kind ? undefined : kind)}
          >
            {text(keyOf('incidentKind', kind))} <b>{count}</b>
          </button>
        ))}
      </div>
      {shown.map((incident) => (
        <IncidentRow
          key={incident.id}
          report={report}
          incident={incident}
          current={incident.id === current}
          onJump={() => replay.seek(Math.max(report.session.startedAt, incident.at - lead))}
        />
      ))}
    </>
  );
}

function IncidentRow(props: { report: SessionReport; incident: Incident; current: boolean; onJump(): void }) {
  const { report, incident, current, onJump } = props;
  const text = useText();
  const step = findAround(report.steps, incident.at);
  const answer = [
    incident.method,
    incident.status && text('review.incidents.status', incident.status),
    (incident.duration ?? 0) >= felt &&
      text('review.incidents.took', formatDuration(incident.duration ?? 0, text)),
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="button"
      className="zyb-row incident-row"
      aria-current={current}
      onClick={onJump}
      title={incident.detail}
    >
      <span className="zyb-clock">{formatClock(incident.at - report.session.startedAt)}</span>
      <span className="incident-what">
        <span>
          <Tag variant="filled" color={isFailure(incident.kind) ? 'error' : 'warning'}>
            {text(keyOf('incidentKind', incident.kind))}
          </Tag>
          <span className="incident-message">{incidentMessage(incident, text)}</span>
        </span>
        <span className="zyb-weak incident-where">
          {step && <span className="zyb-cut">{step.name}</span>}
          {answer && <span>{answer}</span>}
          {incident.url && (
            <span className="zyb-cut" title={incident.url}>
              {formatAddress(incident.url)}
            </span>
          )}
        </span>
      </span>
    </button>
  );
}
