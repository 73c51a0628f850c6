import { Tabs } from 'antd';
import { useMemo, useRef } from 'react';
import type { ClickPath as Path } from '../../lib/model/click-path.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Signal } from '../../lib/model/signal.ts';
import { countVerdicts } from '../../lib/model/suggestion.ts';
import { StatedPanel } from '../aims/stated-panel.tsx';
import { ClickPath } from '../click-path/click-path.tsx';
import { GuidePanel } from '../guide/guide-panel.tsx';
import { HintList } from '../hints/hint-list.tsx';
import { IncidentList } from '../incident-list/incident-list.tsx';
import { PageChecksPanel } from '../page-checks/page-checks-panel.tsx';
import { PainPointList } from '../pain-point-list/pain-point-list.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { ScreenshotGrid } from '../screenshot-strip/screenshot-grid.tsx';
import { SignalsPanel } from '../signals/signals-panel.tsx';
import { StepTimeline } from '../step-timeline/step-timeline.tsx';
import { SuggestionsPanel } from '../suggestions/suggestions-panel.tsx';
import { useText } from '../text.tsx';
import type { Assessors, EarlierWalks } from './assessors.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import type { Rectify, ReviewEdits, ReviewSource } from './review-source.ts';
import { useFollow } from './use-follow.ts';

/** Everything that leads into the replay, beside it. */
export function ReviewTabs(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  source: ReviewSource;
  readClickPath(report: SessionReport): Path;
  computeSignals(report: SessionReport): readonly Signal[];
  assess: Assessors;
  earlier?: EarlierWalks | undefined;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
  rectify?: Rectify | undefined;
  tab: string;
  onTab(tab: string): void;
}) {
  const { report, programme, source, readClickPath, computeSignals, replay, edits, tab, onTab } = props;
  const text = useText();
  const { assess, earlier } = props;
  const suggestions = useMemo(
    () => assess.suggest(report, computeSignals(report), programme?.checklists ?? []),
    [assess, report, computeSignals, programme],
  );
  const open = countVerdicts(suggestions, report.decisions).open;
  const panel = useRef<HTMLDivElement>(null);
  useFollow(replay, panel, tab);
  const label = (key: string, count?: number) => (
    <>
      {text(`review.tabs.${key}`)}
      {count !== undefined && count > 0 && <span className="tab-count">{count}</span>}
    </>
  );
  return (
    <div className="review-side" ref={panel}>
      <Tabs
        className="review-tabs"
        size="small"
        activeKey={tab}
        onChange={onTab}
        items={[
          {
            key: 'steps',
            label: label('steps'),
            children: <StepTimeline report={report} replay={replay} edits={edits} />,
          },
          {
            key: 'path',
            label: label('path'),
            children: (
              <ClickPath
                report={report}
                readClickPath={readClickPath}
                programme={programme}
                source={source}
                replay={replay}
              />
            ),
          },
          {
            key: 'incidents',
            label: label('incidents', report.incidents.length),
            children: <IncidentList report={report} replay={replay} />,
          },
          {
            key: 'signals',
            label: text('signals.tab'),
            children: <SignalsPanel report={report} computeSignals={computeSignals} replay={replay} />,
          },
          {
            key: 'suggestions',
            label: (
              <>
                {text('suggest.tab')}
                {open > 0 && <span className="tab-count">{open}</span>}
              </>
            ),
            children: (
              <SuggestionsPanel
                report={report}
                programme={programme}
                suggestions={suggestions}
                source={source}
                replay={replay}
                edits={edits}
              />
            ),
          },
          {
            key: 'painPoints',
            label: label('painPoints', report.painPoints.length),
            children: (
              <PainPointList
                report={report}
                programme={programme}
                source={source}
                replay={replay}
                edits={edits}
                rectify={props.rectify}
              />
            ),
          },
          {
            key: 'stated',
            label: (
              <>
                {text('aims.tab')}
                {(report.session.aims?.length ?? 0) > 0 && (
                  <span className="tab-count">{report.session.aims?.length}</span>
                )}
              </>
            ),
            children: <StatedPanel report={report} programme={programme} replay={replay} edits={edits} />,
          },
          {
            key: 'guide',
            label: text('guide.tab'),
            children: (
              <GuidePanel report={report} assess={assess} earlier={earlier} replay={replay} edits={edits} />
            ),
          },
          {
            key: 'checks',
            label: (
              <>
                {text('checks.tab')}
                {report.pageChecks.length > 0 && (
                  <span className="tab-count">{report.pageChecks.length}</span>
                )}
              </>
            ),
            children: <PageChecksPanel report={report} replay={replay} />,
          },
          {
            key: 'screenshots',
            label: label('screenshots'),
            children: <ScreenshotGrid report={report} source={source} replay={replay} />,
          },
          {
            key: 'coverage',
            label: label('coverage'),
            children: (
              <>
                <CoveragePanel report={report} replay={replay} />
                <HintList report={report} assess={assess} earlier={earlier} onJump={replay.seek} />
              </>
            ),
          },
        ]}
      />
    </div>
  );
}
