import { Empty } from 'antd';
import { memo, useMemo } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findLastBefore } from '../replay-panel/last-before.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import { useText } from '../text.tsx';
import './click-path.css';
import { ActionRow, VisitRow } from './path-row.tsx';
import { type PathGroup, pathGroups } from './path-rows.ts';

/** Everything the walker did, step by step; each row jumps to its moment. */
export function ClickPath({ report, replay }: { report: SessionReport; replay: ReplayHandle }) {
  const text = useText();
  const { actions, visits, steps, session } = report;
  const groups = useMemo(
    () => pathGroups({ actions, visits, steps, session }),
    [actions, visits, steps, session],
  );
  const current = useReplay(replay, (state) => findLastBefore(actions, state.at)?.id);
  if (actions.length === 0 && visits.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('review.path.none')} />;
  }
  return (
    <div className="click-path">
      {groups.map((group, index) => (
        <PathGroupView
          key={group.step?.id ?? `outside-${index}`}
          group={group}
          number={group.step ? steps.indexOf(group.step) + 1 : undefined}
          since={session.startedAt}
          current={group.rows.some((row) => row.id === current) ? current : undefined}
          replay={replay}
        />
      ))}
    </div>
  );
}

const PathGroupView = memo(function PathGroupView(props: {
  group: PathGroup;
  number: number | undefined;
  since: number;
  current: string | undefined;
  replay: ReplayHandle;
}) {
  const { group, number, since, current, replay } = props;
  const text = useText();
  const { step, rows } = group;
  const name = step ? `${number}. ${step.name}` : text('review.path.outside');
  return (
    <section aria-label={name}>
      <h3>
        <span className="zyb-cut">{name}</span>
        {step && (
          <span className="zyb-weak">
            {formatClock(step.from - since)} · {formatDuration(step.times.wall, text)}
          </span>
        )}
      </h3>
      {step?.identity && <p className="path-note zyb-weak">{text('gapWhy.identityHost')}</p>}
      {rows.length === 0 && !step?.identity && (
        <p className="path-note zyb-weak">{text('review.path.empty')}</p>
      )}
      {rows.map((row) =>
        row.what === 'action' ? (
          <ActionRow key={row.id} row={row} since={since} current={row.id === current} replay={replay} />
        ) : (
          <VisitRow key={row.id} visit={row.visit} since={since} replay={replay} />
        ),
      )}
    </section>
  );
});
