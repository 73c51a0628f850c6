import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Drawing } from '../../lib/model/drawing.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import { DrawBoard } from './draw-board.tsx';

/** A pain point's screenshot as large as the window allows, to be drawn on. */
export function DrawDialog(props: {
  point: PainPoint;
  shot: Screenshot;
  source: ReviewSource;
  looksPersonal?: ((text: string) => string[]) | undefined;
  onSave(drawing: Drawing): void;
  onCancel(): void;
}) {
  const { point, shot, source, onSave, onCancel } = props;
  const text = useText();
  const [drawing, setDrawing] = useState<Drawing>(point.drawing ?? []);
  return (
    <Modal
      open
      width="min(1240px, calc(100vw - 24px))"
      style={{ top: 12 }}
      title={text('draw.title')}
      onCancel={onCancel}
      footer={[
        <span key="kept" className="zyb-weak draw-facts">
          {text('draw.kept')}
        </span>,
        <Button key="cancel" onClick={onCancel}>
          {text('review.cancel')}
        </Button>,
        <Button key="save" type="primary" onClick={() => onSave(drawing)}>
          {text('draw.save')}
        </Button>,
      ]}
    >
      <DrawBoard
        point={point}
        shot={shot}
        source={source}
        drawing={drawing}
        looksPersonal={props.looksPersonal ?? (() => [])}
        onDrawing={setDrawing}
      />
    </Modal>
  );
}
