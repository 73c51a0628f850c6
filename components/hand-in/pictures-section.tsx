import { Empty } from 'antd';
import { useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
import { keyOf } from '../format/key-of.ts';
import { ScreenshotPicture } from '../screenshot-strip/screenshot-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { HandInEdits } from './hand-in-props.ts';
import { PaintDialog } from './paint-dialog.tsx';
import { pictureName } from './picture-name.ts';
import { byStep } from './step-of.ts';

/** Every picture that will leave, step by step; one opens to be painted over. */
export function PicturesSection(props: { report: SessionReport; source: ReviewSource; edits: HandInEdits }) {
  const { report, source, edits } = props;
  const text = useText();
  const [open, setOpen] = useState<string>();
  const byHand = isByHand(report.session);
  const groupName = (step: { name: string } | undefined) =>
    step?.name ?? text(byHand ? 'byHand.photos' : 'handIn.outside');
  if (report.screenshots.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('handIn.pictures.none')} />;
  return (
    <div className="hand-in-pictures">
      <p className="zyb-weak">{text('handIn.pictures.hint')}</p>
      {byStep(report.steps, report.screenshots).map(({ step, rows }) => (
        <section key={step?.id ?? ''} aria-label={groupName(step)}>
          <h3>
            {groupName(step)} <span className="zyb-weak">{text('handIn.pictures.count', rows.length)}</span>
          </h3>
          <div className="screenshot-grid">
            {rows.map((shot) => (
              <button
                type="button"
                className="screenshot-tile"
                key={shot.id}
                aria-label={text('handIn.pictures.open', pictureName(report, shot, text), step?.name ?? '')}
                onClick={() => setOpen(shot.id)}
              >
                <ScreenshotPicture key={shot.object} shot={shot} source={source} />
                <span className="screenshot-caption">
                  <span className="zyb-clock">{pictureName(report, shot, text)}</span>
                  <span className="zyb-weak">
                    {shot.painted
                      ? text('handIn.pictures.painted', shot.painted)
                      : byHand
                        ? text('byHand.photo.notPainted')
                        : text('review.screenshots.masked', shot.masked)}
                  </span>
                  {!byHand && (
                    <span className="zyb-weak screenshot-why">
                      {text(keyOf('review.screenshots.why', shot.why))}
                    </span>
                  )}
                </span>
              </button>
            ))}
          </div>
        </section>
      ))}
      <PaintDialog report={report} source={source} edits={edits} shotId={open} onShot={setOpen} />
    </div>
  );
}
