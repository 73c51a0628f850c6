import { Button } from 'antd';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Flow } from '../../lib/model/click-path.ts';
import { useText } from '../text.tsx';
import { FlowPicture } from './flow-picture.tsx';
import { box, layoutFlow } from './layout-flow.ts';

/** How far a tab's places stand to the right of the tab's before: whole columns where there is room. */
const laneSteps = { narrow: 44, wide: box.width + 56 } as const;
const zooms = { least: 0.5, most: 1.5, step: 0.1 } as const;
/** The picture is made smaller to fit its room, but no smaller than can be read. */
const readable = 0.8;

/** The picture in a room of its own to scroll in, with the means to make it larger and smaller. */
export function FlowStage(props: {
  flow: Flow;
  room: 'narrow' | 'wide';
  current: string | undefined;
  onSeek(at: number): void;
  /** What stands beside the zoom. */
  before?: ReactNode;
  after?: ReactNode;
}) {
  const { flow, room, current, onSeek, before, after } = props;
  const text = useText();
  const layout = useMemo(() => layoutFlow(flow, laneSteps[room]), [flow, room]);
  const scroll = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  useLayoutEffect(() => {
    const fit = (scroll.current?.parentElement?.clientWidth ?? layout.width) / layout.width;
    setZoom(Math.min(1, Math.max(readable, Math.floor(fit * 20) / 20)));
  }, [layout]);
  const scale = (by: number) =>
    setZoom(Math.min(zooms.most, Math.max(zooms.least, Math.round((zoom + by) * 20) / 20)));
  const button = (key: 'smaller' | 'larger', by: number, sign: string) => (
    <Button
      size="small"
      aria-label={text(`clickPath.flow.${key}`)}
      disabled={by < 0 ? zoom <= zooms.least : zoom >= zooms.most}
      onClick={() => scale(by)}
    >
      {sign}
    </Button>
  );
  return (
    <>
      <div className="flow-bar">
        {before}
        <span className="flow-tools">
          {button('smaller', -zooms.step, '−')}
          <span className="flow-zoom">{Math.round(zoom * 100)}%</span>
          {button('larger', zooms.step, '+')}
        </span>
        {after}
      </div>
      <div className="flow-scroll" data-room={room} ref={scroll}>
        <FlowPicture
          flow={flow}
          layout={layout}
          columns={room === 'wide'}
          zoom={zoom}
          current={current}
          onSeek={onSeek}
        />
      </div>
    </>
  );
}
