import { Button, Tag } from 'antd';
import type { Delivery } from '../../lib/model/delivery.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
import { DeliveryNotice, DeliveryStatus } from '../delivery-status/delivery-status.tsx';
import { formatSpan } from '../format/format-date.ts';
import { keyOf } from '../format/key-of.ts';
import { Icon } from '../icon/icon.tsx';
import { useText } from '../text.tsx';
import { type ExportKind, ExportMenu } from './export-menu.tsx';

/** Which walk this is, and what can be done with it. */
export function ReviewHeader(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  delivery?: Delivery | undefined;
  destination?: { collector: string; url: string } | undefined;
  onBack?: (() => void) | undefined;
  onHandIn?: (() => void) | undefined;
  onSaveFile?: (() => void) | undefined;
  onDelete?: (() => void) | undefined;
  onForms?: (() => void) | undefined;
  onEditEntry?: (() => void) | undefined;
  onExport?: ((kind: ExportKind) => Promise<void>) | undefined;
  saving: boolean;
}) {
  const { report, programme, delivery, onBack, onHandIn, onSaveFile, onDelete, saving } = props;
  const text = useText();
  const { session } = report;
  const { walker } = session;
  const modeName =
    programme?.modes.find((each) => each.mode === session.mode)?.label ?? text(`mode.${session.mode}`);
  const perspectiveName =
    programme?.perspectives.find((each) => each.perspective === session.perspective)?.label ??
    text(`perspective.${session.perspective}`);
  const person = [
    walker.unit,
    walker.name && (walker.position ? `${walker.name}（${walker.position}）` : walker.name),
  ];
  const facts = [
    person.filter(Boolean).join(' ') || text('review.noWalker'),
    `${session.programme.title} ${session.programme.version}`,
    session.channel,
    formatSpan(session.startedAt, session.endedAt ?? report.createdAt),
  ].filter(Boolean);
  return (
    <header className="review-header">
      <div className="review-title">
        {onBack && (
          <Button
            type="text"
            aria-label={text('review.back')}
            icon={<Icon name="back" size={18} />}
            onClick={onBack}
          />
        )}
        <h1 className="zyb-cut" title={session.item.name}>
          {session.item.name}
        </h1>
        <Tag variant="filled" color="blue">
          {modeName}
        </Tag>
        <Tag variant="outlined">{perspectiveName}</Tag>
        {isByHand(session) && (
          <Tag variant="filled" color="purple">
            {text('byHand.tag')}
          </Tag>
        )}
        {session.privacy === 'metrics' && !isByHand(session) && (
          <Tag variant="outlined">{text('review.metricsOnly')}</Tag>
        )}
        {session.outcome !== 'unknown' && (
          <Tag variant="outlined">{text(`review.outcome.${session.outcome}`)}</Tag>
        )}
        {session.rating && (
          <Tag variant="outlined" title={text('rating.stated')}>
            {text('rating.tag', text(keyOf('rating.level', session.rating.level)))}
          </Tag>
        )}
        {session.recovered && (
          <Tag variant="filled" color="warning">
            {text('review.recovered')}
          </Tag>
        )}
      </div>
      <div className="review-actions">
        {(onHandIn || delivery) && <DeliveryStatus delivery={delivery} />}
        {onDelete && (
          <Button type="text" danger onClick={onDelete}>
            {text('review.delete')}
          </Button>
        )}
        {props.onEditEntry && <Button onClick={props.onEditEntry}>{text('byHand.change')}</Button>}
        {props.onForms && <Button onClick={props.onForms}>{text('forms.open')}</Button>}
        {props.onExport && <ExportMenu onExport={props.onExport} />}
        {onSaveFile && (
          <Button loading={saving && { delay: 300 }} onClick={onSaveFile}>
            {text('review.saveFile')}
          </Button>
        )}
        {onHandIn && (
          <Button type="primary" disabled={delivery?.state === 'sending'} onClick={onHandIn}>
            {text(
              !delivery
                ? 'review.handIn'
                : delivery.state === 'kept'
                  ? 'review.handInAgain'
                  : 'review.handInRetry',
            )}
          </Button>
        )}
      </div>
      <p className="review-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <DeliveryNotice delivery={delivery} destination={props.destination} />
    </header>
  );
}
