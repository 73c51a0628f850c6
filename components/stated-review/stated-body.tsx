import { Tabs } from 'antd';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { EditsMade } from '../hand-in/edits-made.tsx';
import { PainPointList } from '../pain-point-list/pain-point-list.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { Rectify, ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { PhotoGrid } from './photo-grid.tsx';
import { StatedPanel } from './stated-panel.tsx';
import './stated-review.css';

/** A walk entered by hand, looked over: what was stated, what hurt, the photos; no replay, nothing measured. */
export function StatedBody(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  source: ReviewSource;
  replay: ReplayHandle;
  rectify?: Rectify | undefined;
  tab: string;
  onTab(tab: string): void;
}) {
  const { report, programme, source, replay, rectify, tab, onTab } = props;
  const text = useText();
  const counted = (label: string, count: number) => (
    <>
      {label}
      {count > 0 && <span className="tab-count">{count}</span>}
    </>
  );
  const known = ['painPoints', 'screenshots', 'coverage'];
  return (
    <div className="review-body stated-body">
      <StatedPanel report={report} programme={programme} />
      <div className="review-side">
        <Tabs
          className="review-tabs"
          size="small"
          activeKey={known.includes(tab) ? tab : 'painPoints'}
          onChange={onTab}
          items={[
            {
              key: 'painPoints',
              label: counted(text('review.tabs.painPoints'), report.painPoints.length),
              children: (
                <PainPointList
                  report={report}
                  programme={programme}
                  source={source}
                  replay={replay}
                  rectify={rectify}
                />
              ),
            },
            {
              key: 'screenshots',
              label: counted(text('byHand.photos'), report.screenshots.length),
              children: <PhotoGrid report={report} source={source} />,
            },
            {
              key: 'coverage',
              label: text('byHand.coverage.tab'),
              children: (
                <div className="stated-source">
                  <p>{text('byHand.coverage.nothing')}</p>
                  <h3>{text('handIn.madeTitle')}</h3>
                  <EditsMade report={report} />
                </div>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}
