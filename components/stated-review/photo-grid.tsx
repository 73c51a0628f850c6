import { Button, Empty, Modal } from 'antd';
import { useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { ScreenshotPicture } from '../screenshot-strip/screenshot-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';

/** The photos of a walk entered by hand; one opens large. */
export function PhotoGrid({ report, source }: { report: SessionReport; source: ReviewSource }) {
  const text = useText();
  const [open, setOpen] = useState<number>();
  const photos = report.screenshots;
  const photo = open === undefined ? undefined : photos[open];
  const nameOf = (n: number) => photos[n]?.caption || text('byHand.photo.nth', n + 1);
  const go = (by: number) => {
    if (open !== undefined && photos[open + by]) setOpen(open + by);
  };
  if (photos.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('byHand.photo.none')} />;
  return (
    <>
      <div className="screenshot-grid">
        {photos.map((each, n) => (
          <button
            type="button"
            className="screenshot-tile"
            key={each.id}
            aria-label={nameOf(n)}
            onClick={() => setOpen(n)}
          >
            <ScreenshotPicture key={each.object} shot={each} source={source} />
            <span className="screenshot-caption">
              <span className="zyb-cut">{nameOf(n)}</span>
            </span>
          </button>
        ))}
      </div>
      <Modal
        open={photo !== undefined}
        width="min(1200px, calc(100vw - 32px))"
        style={{ top: 16 }}
        title={open === undefined ? '' : nameOf(open)}
        onCancel={() => setOpen(undefined)}
        footer={[
          <Button key="previous" disabled={!open} onClick={() => go(-1)}>
            {text('review.screenshots.previous')}
          </Button>,
          <Button key="next" disabled={open === photos.length - 1} onClick={() => go(1)}>
            {text('review.screenshots.next')}
          </Button>,
        ]}
      >
        {photo && open !== undefined && (
          <div
            className="screenshot-large"
            onKeyDown={(event) => {
              if (event.key === 'ArrowLeft') go(-1);
              if (event.key === 'ArrowRight') go(1);
            }}
          >
            <ScreenshotPicture key={photo.id} shot={photo} source={source} name={nameOf(open)} />
          </div>
        )}
      </Modal>
    </>
  );
}
