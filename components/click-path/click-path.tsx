import { Empty, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { ClickPath as Path } from '../../lib/model/click-path.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import './click-path.css';
import { FlowView } from './flow-view.tsx';
import { PathList } from './path-list.tsx';
import { ShotsView } from './shots-view.tsx';

const views = ['list', 'flow', 'shots'] as const;

/** The click path three ways: as a list, as a picture of the ways taken, and on the screenshots. */
export function ClickPath(props: {
  report: SessionReport;
  readClickPath(report: SessionReport): Path;
  programme: Programme | undefined;
  source: ReviewSource;
  replay: ReplayHandle;
}) {
  const { report, readClickPath, programme, source, replay } = props;
  const text = useText();
  const [view, setView] = useState<(typeof views)[number]>('list');
  const path = useMemo(() => readClickPath(report), [readClickPath, report]);
  if (path.groups.every(({ entries }) => entries.length === 0)) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('clickPath.none')} />;
  }
  return (
    <div className="click-path">
      <Segmented
        block
        className="path-views"
        aria-label={text('clickPath.view.label')}
        options={views.map((value) => ({ value, label: text(`clickPath.view.${value}`) }))}
        value={view}
        onChange={setView}
      />
      {view === 'list' && <PathList path={path} report={report} programme={programme} replay={replay} />}
      {view === 'flow' && <FlowView path={path} replay={replay} />}
      {view === 'shots' && <ShotsView shots={path.shots} report={report} source={source} replay={replay} />}
    </div>
  );
}
