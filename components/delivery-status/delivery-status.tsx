import { Alert, Popover, Progress, Tag } from 'antd';
import { type Delivery, hasUnsentChanges } from '../../lib/model/delivery.ts';
import { formatDate } from '../format/format-date.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import './delivery-status.css';
import { findRemedy } from './remedy-of.ts';

/** How far a hand-in is, in one line; details on hover or focus. `undefined`: not handed in. */
export function DeliveryStatus({ delivery }: { delivery: Delivery | undefined }) {
  const text = useText();
  if (!delivery) return <Tag className="delivery-none">{text('review.delivery.none')}</Tag>;
  if (delivery.state === 'sending') {
    const percent = delivery.total === 0 ? 0 : Math.floor((delivery.sent / delivery.total) * 100);
    return (
      <span className="delivery-sending" role="status">
        <Progress percent={percent} size="small" showInfo={false} />
        <span className="zyb-weak">{text('review.delivery.sending', delivery.sent, delivery.total)}</span>
      </span>
    );
  }
  const isChanged = hasUnsentChanges(delivery);
  const color = { waiting: 'processing', kept: isChanged ? 'warning' : 'success', refused: 'error' }[
    delivery.state
  ];
  return (
    <Popover
      content={<DeliveryDetails delivery={delivery} />}
      trigger={['hover', 'focus']}
      placement="bottomRight"
    >
      <Tag variant="filled" color={color} tabIndex={0} role="status" className="delivery-tag">
        {text(isChanged ? 'review.delivery.changed' : `review.delivery.${delivery.state}`)}
      </Tag>
    </Popover>
  );
}

type Destination = { collector: string; url: string };

/** A hand-in that does not get on, told in the open: what, where, what to do. Nothing while all is well. */
export function DeliveryNotice(props: {
  delivery: Delivery | undefined;
  destination: Destination | undefined;
}) {
  const { delivery, destination } = props;
  const text = useText();
  if (!delivery?.problem || delivery.state === 'kept' || delivery.state === 'sending') return null;
  return (
    <Alert
      type={delivery.state === 'refused' ? 'error' : 'warning'}
      showIcon
      title={text(`review.delivery.${delivery.state}`)}
      description={<DeliveryDetails delivery={delivery} destination={destination} />}
      className="delivery-notice"
    />
  );
}

/** Receipt, or what went wrong, where, and what to do. */
export function DeliveryDetails(props: { delivery: Delivery; destination?: Destination | undefined }) {
  const { delivery, destination } = props;
  const text = useText();
  const { receipt, problem, state } = delivery;
  const remedy = problem && findRemedy(problem.code);
  const rows: [string, string][] = [];
  if (receipt) {
    rows.push(['collector', receipt.collector], ['keptAt', formatDate(receipt.keptAt)]);
    rows.push(['objects', String(receipt.objects)], ['reportHash', receipt.reportHash]);
  } else if (destination) rows.push(['collector', `${destination.collector} ${destination.url}`]);
  if (delivery.attempts > 0 && state !== 'kept') rows.push(['attempts', String(delivery.attempts)]);
  if (delivery.nextTryAt && state === 'waiting') rows.push(['nextTry', formatDate(delivery.nextTryAt)]);
  if (problem?.field) rows.push(['field', problem.field]);
  return (
    <div className="delivery-details">
      {problem && (
        <p data-tone={state === 'refused' ? 'bad' : 'warn'}>
          {remedy ? text(keyOf('review.delivery.problem', problem.code)) : problem.message}
        </p>
      )}
      {remedy && <p>{text(`review.delivery.remedy.${remedy}`)}</p>}
      {hasUnsentChanges(delivery) && <p data-tone="warn">{text('review.delivery.changedHint')}</p>}
      {state === 'waiting' && !problem && <p>{text('review.delivery.waitingHint')}</p>}
      <dl>
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{text(`review.delivery.${key}`)}</dt>
            <dd className={key === 'reportHash' ? 'delivery-hash' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      {receipt && <p className="zyb-weak">{text('review.delivery.receiptMeans')}</p>}
    </div>
  );
}
