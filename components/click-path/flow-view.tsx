import { Button, Empty, Modal, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { ClickPath } from '../../lib/model/click-path.ts';
import { formatDuration } from '../format/format-duration.ts';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { findLastBefore } from '../replay-panel/last-before.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import { useText } from '../text.tsx';
import { flowFigures } from './flow-figures.ts';
import { FlowLegend } from './flow-legend.tsx';
import { FlowStage } from './flow-stage.tsx';
import { FlowTable } from './flow-table.tsx';
import './flow.css';

/** The ways taken as a picture or as a table; the picture also as large as the window. */
export function FlowView({ path, replay }: { path: ClickPath; replay: ReplayHandle }) {
  const { flow } = path;
  const text = useText();
  const [as, setAs] = useState<'picture' | 'table'>('picture');
  const [large, setLarge] = useState(false);
  const places = useMemo(
    () =>
      path.groups
        .flatMap(({ entries }) => entries.filter((entry) => entry.what === 'place'))
        .sort((a, b) => a.at - b.at),
    [path],
  );
  const current = useReplay(replay, (state) => findLastBefore(places, state.at)?.node);
  const figures = useMemo(() => flowFigures(flow), [flow]);
  if (flow.nodes.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('clickPath.flow.none')} />;
  }
  const choice = (
    <Segmented
      size="small"
      aria-label={text('clickPath.flow.as')}
      options={(['picture', 'table'] as const).map((value) => ({
        value,
        label: text(`clickPath.flow.${value === 'picture' ? 'asPicture' : 'asTable'}`),
      }))}
      value={as}
      onChange={setAs}
    />
  );
  const beside = (
    <>
      <Button size="small" onClick={() => setLarge(true)}>
        {text('clickPath.flow.enlarge')}
      </Button>
      <details className="flow-key">
        <summary>{text('clickPath.flow.key')}</summary>
        <FlowLegend flow={flow} />
      </details>
    </>
  );
  return (
    <div className="flow">
      <p className="flow-figures">
        {text('clickPath.flow.summary', figures.places, figures.goings)}
        {figures.returns > 0 && <span>↩ {text('clickPath.flow.returns', figures.returns)}</span>}
        {figures.switches > 0 && <span>⇄ {text('clickPath.flow.switches', figures.switches)}</span>}
        {figures.detours > 0 && (
          <span>
            {text('clickPath.flow.detours', figures.detours, formatDuration(figures.detourMs, text))}
          </span>
        )}
      </p>
      {as === 'picture' ? (
        <FlowStage
          flow={flow}
          room="narrow"
          current={current}
          onSeek={replay.seek}
          before={choice}
          after={beside}
        />
      ) : (
        <>
          <div className="flow-bar">{choice}</div>
          <FlowTable flow={flow} onSeek={replay.seek} />
        </>
      )}
      <Modal
        open={large}
        destroyOnHidden
        width="calc(100vw - 32px)"
        style={{ top: 16 }}
        title={text('clickPath.view.flow')}
        footer={null}
        onCancel={() => setLarge(false)}
      >
        <FlowStage
          flow={flow}
          room="wide"
          current={current}
          onSeek={(at) => {
            setLarge(false);
            replay.seek(at);
          }}
          before={<FlowLegend flow={flow} />}
        />
      </Modal>
    </div>
  );
}
