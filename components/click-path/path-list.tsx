import { Pagination } from 'antd';
import { memo, useEffect, useMemo, useState } from 'react';
import type { ClickPath, FlowNode, PathEntry, PathGroup } from '../../lib/model/click-path.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatDuration } from '../format/format-duration.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findLastBefore } from '../replay-panel/last-before.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import { useText } from '../text.tsx';
import { moveFocus } from './move-focus.ts';
import { entriesPerPage, filterGroups, pageGroups } from './page-rows.ts';
import { PathRow } from './path-row.tsx';

/** Everything the walker did and met, step by step; each row jumps to its moment. */
export function PathList(props: {
  path: ClickPath;
  report: SessionReport;
  programme: Programme | undefined;
  replay: ReplayHandle;
}) {
  const { path, report, programme, replay } = props;
  const text = useText();
  const [onlyProblems, setOnlyProblems] = useState(false);
  const groups = useMemo(() => filterGroups(path.groups, onlyProblems), [path, onlyProblems]);
  const pages = useMemo(() => pageGroups(groups), [groups]);
  const flat = useMemo(() => groups.flatMap((group) => group.entries).sort((a, b) => a.at - b.at), [groups]);
  const current = useReplay(replay, (state) => findLastBefore(flat, state.at)?.key);
  const [chosen, setChosen] = useState(0);
  const follows = pages.findIndex(({ groups: of }) => hasEntry(of, current));
  useEffect(() => {
    if (follows >= 0) setChosen(follows);
  }, [follows]);
  const page = pages[Math.min(chosen, pages.length - 1)];
  const context = useMemo(
    () => ({ nodes: new Map(path.flow.nodes.map((node) => [node.key, node])), programme }),
    [path, programme],
  );
  const count = (wanted: boolean) =>
    path.groups.reduce(
      (sum, { entries }) => sum + entries.filter((entry) => !wanted || entry.problem).length,
      0,
    );
  return (
    <div className="path-list" onKeyDown={moveFocus}>
      <div className="path-filter" role="group" aria-label={text('clickPath.filter.label')}>
        {[false, true].map((problems) => (
          <button
            type="button"
            key={String(problems)}
            aria-pressed={onlyProblems === problems}
            onClick={() => setOnlyProblems(problems)}
          >
            {text(problems ? 'clickPath.filter.problems' : 'clickPath.filter.all')} <b>{count(problems)}</b>
          </button>
        ))}
        {path.pausedMs > 0 && (
          <span className="zyb-weak">
            {text('clickPath.pausesLeftOut', formatDuration(path.pausedMs, text))}
          </span>
        )}
      </div>
      {!page && <p className="path-note zyb-weak">{text('clickPath.noProblems')}</p>}
      {page?.groups.map((group, index) => (
        <PathGroupView
          key={group.step?.id ?? `outside-${index}`}
          group={group}
          number={group.step && report.steps.indexOf(group.step) + 1}
          current={hasEntry([group], current) ? current : undefined}
          context={context}
          replay={replay}
        />
      ))}
      {pages.length > 1 && (
        <Pagination
          size="small"
          className="path-pages"
          current={chosen + 1}
          pageSize={1}
          total={pages.length}
          showSizeChanger={false}
          onChange={(next) => setChosen(next - 1)}
          showTotal={() => text('clickPath.pages', (page?.from ?? 0) + 1, page?.to ?? 0, flat.length)}
        />
      )}
      {pages.length > 1 && <p className="path-note zyb-weak">{text('clickPath.perPage', entriesPerPage)}</p>}
    </div>
  );
}

const hasEntry = (groups: readonly PathGroup[], key: string | undefined) =>
  key !== undefined && groups.some(({ entries }) => entries.some((entry) => entry.key === key));

const PathGroupView = memo(function PathGroupView(props: {
  group: PathGroup;
  number: number | undefined;
  current: string | undefined;
  context: { nodes: ReadonlyMap<string, FlowNode>; programme: Programme | undefined };
  replay: ReplayHandle;
}) {
  const { group, number, current, context, replay } = props;
  const text = useText();
  const { step, entries } = group;
  const name = step ? `${number}. ${step.name}` : text('clickPath.outside');
  return (
    <section aria-label={name}>
      <h3>
        <span className="zyb-cut">{name}</span>
        {step && (
          <span className="zyb-weak">{formatDuration(step.times.wall - step.times.paused, text)}</span>
        )}
      </h3>
      {step?.identity && <p className="path-note zyb-weak">{text('gapWhy.identityHost')}</p>}
      {entries.length === 0 && !step?.identity && (
        <p className="path-note zyb-weak">{text('clickPath.emptyStep')}</p>
      )}
      {entries.map((entry: PathEntry) => (
        <PathRow
          key={entry.key}
          entry={entry}
          context={context}
          current={entry.key === current}
          onSeek={replay.seek}
        />
      ))}
    </section>
  );
});
