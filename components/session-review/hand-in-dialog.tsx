import { Alert, Modal } from 'antd';
import { useState } from 'react';
import { figuresOf, type SessionReport } from '../../lib/model/report.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import { maskedByKind } from './mask-kinds.ts';
import { useTry } from './use-try.ts';
import { walkedMs } from './walked-ms.ts';

/** What will leave this machine and where it goes, before it goes. */
export function HandInDialog(props: {
  report: SessionReport;
  destination: { collector: string; url: string } | undefined;
  open: boolean;
  onConfirm(): Promise<void>;
  onClose(): void;
}) {
  const { report, destination, open, onConfirm, onClose } = props;
  const text = useText();
  const attempt = useTry();
  const [busy, setBusy] = useState(false);
  const figures = figuresOf(report);
  const masked = maskedByKind(report.masked);
  const { walker } = report.session;
  const confirm = async () => {
    setBusy(true);
    if (await attempt(onConfirm)) onClose();
    setBusy(false);
  };
  const leaves: [string, string][] = [
    [
      'path',
      text(
        'review.leaves.pathFigures',
        figures.steps,
        figures.actions,
        formatDuration(walkedMs(report), text),
      ),
    ],
    ['incidents', String(figures.incidents)],
    ['painPoints', String(figures.painPoints)],
    ['replay', text('review.leaves.replayFigures', report.chunks.length, figures.origins)],
    [
      'screenshots',
      text(
        'review.leaves.screenshotFigures',
        figures.screenshots,
        report.screenshots.reduce((sum, shot) => sum + shot.masked, 0),
      ),
    ],
    [
      'walker',
      [walker.unit, walker.name, walker.position, walker.contact].filter(Boolean).join(' ') ||
        text('review.noWalker'),
    ],
    ['size', text('review.leaves.sizeFigures', report.objects.length, formatBytes(figures.bytes))],
  ];
  return (
    <Modal
      open={open}
      width={600}
      title={text('review.handInTitle')}
      okText={text('review.handIn')}
      cancelText={text('review.cancel')}
      okButtonProps={{ disabled: !destination, loading: busy }}
      onOk={confirm}
      onCancel={onClose}
    >
      {destination ? (
        <p>
          {text('review.leaves.to')} <strong>{destination.collector}</strong>{' '}
          <span className="zyb-weak">{destination.url}</span>
        </p>
      ) : (
        <Alert type="warning" title={text('review.leaves.notEnrolled')} style={{ marginBottom: 12 }} />
      )}
      <dl className="leaves">
        {leaves.map(([key, value]) => (
          <div key={key}>
            <dt>{text(`review.leaves.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h4>
        {text(
          'review.coverage.masked',
          masked.reduce((sum, each) => sum + each.count, 0),
        )}
      </h4>
      <p className="coverage-masked">
        {masked.length === 0 && <span className="zyb-weak">{text('review.coverage.nothingMasked')}</span>}
        {masked.map(({ kind, count }) => (
          <span key={kind}>
            {text(keyOf('review.masked', kind))} <b>{count}</b>
          </span>
        ))}
      </p>
      <p className="zyb-weak">{text('review.leaves.never')}</p>
    </Modal>
  );
}
