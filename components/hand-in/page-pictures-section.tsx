import { Button, Empty } from 'antd';
import { useRef } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { useObjectUrl } from '../screenshot-strip/use-object-url.ts';
import { useSeen } from '../screenshot-strip/use-seen.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { HandInEdits } from './hand-in-props.ts';
import { type PagePicture, pagePictures } from './page-pictures.ts';
import { useBusy } from './use-busy.ts';

/** Every picture of the walked pages that leaves with the replay; one that shows a person can be taken out. */
export function PagePicturesSection(props: {
  report: SessionReport;
  source: ReviewSource;
  edits: HandInEdits;
}) {
  const { report, source, edits } = props;
  const text = useText();
  const { busy, run } = useBusy();
  const pictures = pagePictures(report);
  if (pictures.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('handIn.pagePictures.none')} />;
  return (
    <div className="hand-in-page-pictures">
      <p className="zyb-weak">{text('handIn.pagePictures.hint')}</p>
      <ul>
        {pictures.map((picture) => (
          <li key={picture.object}>
            <Tile
              picture={picture}
              source={source}
              disabled={busy !== undefined}
              onTakeOut={() => void run(() => edits.takeOut(picture.object))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Tile(props: { picture: PagePicture; source: ReviewSource; disabled: boolean; onTakeOut(): void }) {
  const { picture, source, disabled, onTakeOut } = props;
  const text = useText();
  const frame = useRef<HTMLSpanElement>(null);
  const shown = useObjectUrl(source, picture.object, picture.type, useSeen(frame));
  const name = nameOf(picture.url) || text('handIn.pagePictures.inPage');
  return (
    <>
      <span className="page-picture" ref={frame}>
        {shown.state === 'ready' && <img src={shown.url} alt={name} draggable={false} />}
        {shown.state === 'failed' && (
          <span className="screenshot-failed" title={shown.reason}>
            {text('review.screenshots.failed')}
          </span>
        )}
      </span>
      <span className="page-picture-name" title={picture.url}>
        <span className="zyb-cut">{name}</span>
        <span className="zyb-weak">{formatBytes(picture.bytes)}</span>
      </span>
      <Button
        size="small"
        disabled={disabled}
        aria-label={text('handIn.pagePictures.takeOutOf', name)}
        onClick={onTakeOut}
      >
        {text('handIn.pagePictures.takeOut')}
      </Button>
    </>
  );
}

/** The last part of an address, as files are called. */
const nameOf = (url: string): string => /([^/?#]*)(?:[?#].*)?$/.exec(url)?.[1] || url;
