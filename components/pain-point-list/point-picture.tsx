import { Modal } from 'antd';
import { useState } from 'react';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { MarkedPicture } from '../drawing/marked-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';

/** A pain point's picture, small on its card; pressed, as large as the window allows. */
export function PointPicture(props: {
  point: PainPoint;
  shot: Screenshot;
  source: ReviewSource;
  name: string;
}) {
  const { name } = props;
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="point-picture"
        aria-label={text('review.painPoints.picture', name)}
        onClick={() => setOpen(true)}
      >
        <MarkedPicture {...props} />
      </button>
      <Modal
        open={open}
        width="min(1200px, calc(100vw - 32px))"
        style={{ top: 16 }}
        title={name}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <div className="point-picture-large">
          <MarkedPicture {...props} />
        </div>
      </Modal>
    </>
  );
}
