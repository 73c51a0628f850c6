import { Button } from 'antd';
import { useState } from 'react';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { DrawDialog } from '../drawing/draw-dialog.tsx';
import { MarkedPicture } from '../drawing/marked-picture.tsx';
import { elementWords } from '../picked-element/element-words.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';

/** The element that was pointed at, and what is drawn over the picture; both may be changed. */
export function MarksField(props: {
  point: PainPoint;
  shot: Screenshot | undefined;
  source: ReviewSource;
  looksPersonal?: ((text: string) => string[]) | undefined;
  onPoint(point: PainPoint): void;
}) {
  const { point, shot, source, onPoint } = props;
  const text = useText();
  const [drawing, setDrawing] = useState(false);
  if (!shot && !point.element) return null;
  const isMarked = Boolean(point.element || point.drawing?.length);
  return (
    <div className="pain-editor-marks">
      {shot && isMarked && (
        <div className="pain-editor-picture">
          <MarkedPicture point={point} shot={shot} source={source} />
        </div>
      )}
      <div>
        {point.element && (
          <p>
            <span className="zyb-weak">{text('pick.element')}</span> {elementWords(text, point.element)}{' '}
            <Button type="link" size="small" onClick={() => onPoint({ ...point, element: undefined })}>
              {text('pick.drop')}
            </Button>
          </p>
        )}
        {shot && (
          <Button size="small" onClick={() => setDrawing(true)}>
            {text(point.drawing?.length ? 'draw.again' : 'draw.open')}
          </Button>
        )}
      </div>
      {drawing && shot && (
        <DrawDialog
          point={point}
          shot={shot}
          source={source}
          looksPersonal={props.looksPersonal}
          onSave={(strokes) => {
            onPoint({ ...point, drawing: strokes.length > 0 ? strokes : undefined });
            setDrawing(false);
          }}
          onCancel={() => setDrawing(false)}
        />
      )}
    </div>
  );
}
