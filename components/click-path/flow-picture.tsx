import { useState } from 'react';
import type { Flow } from '../../lib/model/click-path.ts';
import { useText } from '../text.tsx';
import { FlowLines } from './flow-lines.tsx';
import { FlowNodeBox } from './flow-node.tsx';
import { box, type FlowLayout } from './layout-flow.ts';
import { moveFocus } from './move-focus.ts';

/** Places from top to bottom in the order in which they were met, and the ways between them. */
export function FlowPicture(props: {
  flow: Flow;
  layout: FlowLayout;
  /** Tabs stand in columns with headings; else each place says its tab. */
  columns: boolean;
  zoom: number;
  current: string | undefined;
  onSeek(at: number): void;
}) {
  const { flow, layout, columns, zoom, current, onSeek } = props;
  const text = useText();
  const [active, setActive] = useState<string>();
  return (
    <div
      className="flow-room"
      role="group"
      aria-label={text('clickPath.flow.picture', flow.nodes.length)}
      style={{ width: layout.width * zoom, height: layout.height * zoom }}
      onKeyDown={moveFocus}
    >
      <div
        className="flow-paper"
        style={{ width: layout.width, height: layout.height, transform: `scale(${zoom})` }}
      >
        {columns &&
          flow.lanes.length > 1 &&
          flow.lanes.map(({ tab, label }, lane) => (
            <div
              key={tab}
              className="flow-lane"
              style={{ left: (layout.lanesX[lane] ?? 0) - 24, width: box.width + 48, height: layout.height }}
            >
              {text('clickPath.flow.lane', label)}
            </div>
          ))}
        <FlowLines flow={flow} layout={layout} active={active} />
        {layout.boxes.map((each) => (
          <FlowNodeBox
            key={each.node.key}
            box={each}
            lane={each.node.lane > 0 && !columns ? flow.lanes[each.node.lane]?.label : undefined}
            current={each.node.key === current}
            onSeek={onSeek}
            onActive={setActive}
          />
        ))}
      </div>
    </div>
  );
}
