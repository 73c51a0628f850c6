import { Button, Tag } from 'antd';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
import { formatClock } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { elementWords } from '../picked-element/element-words.ts';
import { findAround } from '../replay-panel/last-before.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import { reasonText } from '../suggestions/reason-text.ts';
import { useText } from '../text.tsx';
import { checkItemTexts } from './check-item-text.ts';
import { PointPicture } from './point-picture.tsx';
import { RectificationLines } from './rectification-lines.tsx';

const colors = { minor: 'default', moderate: 'gold', serious: 'orange', blocking: 'red' } as const;

/** One pain point or highlight with everything said about it. */
export function PainPointCard(props: {
  report: SessionReport;
  programme: Programme | undefined;
  point: PainPoint;
  source: ReviewSource;
  onJump(): void;
  onEdit?: (() => void) | undefined;
  onRectify?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
}) {
  const { report, programme, point, source, onJump, onEdit, onRectify, onDelete } = props;
  const text = useText();
  const since = report.session.startedAt;
  const checks = checkItemTexts(programme, point);
  const dimension = [...new Set(checks.map((each) => each.dimension))].join(' · ');
  const shot = report.screenshots.find(({ id }) => id === point.screenshotId);
  const { session } = report;
  const stated = isByHand(session);
  const step = stated
    ? session.stated?.steps.find((each) => each.id === point.stepId)?.name
    : findAround(report.steps, point.at)?.name;
  const photo = stated ? report.screenshots.findIndex(({ id }) => id === point.screenshotId) : -1;
  const said = [
    ['note', point.note],
    ['need', point.need],
    ['measure', point.measure],
  ].filter(([, words]) => words);
  return (
    <article className="pain-card" data-kind={point.kind}>
      <header>
        {point.kind === 'highlight' ? (
          <Tag variant="filled" color="green">
            {text('review.painPoints.kind.highlight')}
          </Tag>
        ) : (
          <Tag variant="filled" color={colors[point.severity]}>
            {text(`severity.${point.severity}`)}
          </Tag>
        )}
        {point.persona && <Tag variant="filled">{text(`persona.${point.persona}`)}</Tag>}
        <strong className="zyb-cut" title={dimension}>
          {dimension}
        </strong>
        {step && <span className="zyb-weak zyb-cut">{step}</span>}
        {photo >= 0 && (
          <span className="zyb-weak zyb-cut">
            {text(
              'byHand.photo.with',
              report.screenshots[photo]?.caption || text('byHand.photo.nth', photo + 1),
            )}
          </span>
        )}
        <span className="pain-actions">
          {!stated && (
            <Button type="link" size="small" onClick={onJump}>
              {text(
                'review.painPoints.play',
                formatClock(point.interval.from - since),
                formatClock(point.interval.to - since),
              )}
            </Button>
          )}
          {onRectify && (
            <Button type="link" size="small" onClick={onRectify}>
              {text('rectify.open')}
            </Button>
          )}
          {onEdit && (
            <Button type="link" size="small" onClick={onEdit}>
              {text('review.edit')}
            </Button>
          )}
          {onDelete && (
            <Button type="link" size="small" danger onClick={onDelete}>
              {text('review.delete')}
            </Button>
          )}
        </span>
      </header>
      {checks.map((check) => (
        <p className="pain-item" key={check.checkItemId}>
          {check.item}
          {!check.known && <span className="zyb-weak"> {text('review.painPoints.unknownItem')}</span>}
        </p>
      ))}
      {shot && (point.element || point.drawing?.length) ? (
        <PointPicture point={point} shot={shot} source={source} name={checks[0]?.item ?? ''} />
      ) : null}
      <dl>
        {point.element && (
          <div>
            <dt>{text('pick.element')}</dt>
            <dd>{elementWords(text, point.element)}</dd>
          </div>
        )}
        {said.map(([key, words]) => (
          <div key={key}>
            <dt>{text(keyOf('review.painPoints', key ?? ''))}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {point.measured && (
          <div data-measured="">
            <dt>{text('suggest.measured')}</dt>
            <dd>{reasonText(point.measured.reason, text)}</dd>
          </div>
        )}
        <RectificationLines rectification={point.rectification} />
        {said.length === 0 && !point.measured && !point.element && (
          <div className="zyb-weak">{text('review.painPoints.nothingSaid')}</div>
        )}
      </dl>
    </article>
  );
}
