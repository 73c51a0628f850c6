import { useEffect, useState } from 'react';
import type { ClickPath } from '../../lib/model/click-path.ts';
import type { Delivery } from '../../lib/model/delivery.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
import type { Signal } from '../../lib/model/signal.ts';
import { createReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { ReplayPanel } from '../replay-panel/replay-panel.tsx';
import { StatedBody } from '../stated-review/stated-body.tsx';
import { StatedFigures } from '../stated-review/stated-figures.tsx';
import type { Assessors, EarlierWalks } from './assessors.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import type { DeleteReason, Purged } from './delete-reason.tsx';
import type { ExportKind } from './export-menu.tsx';
import { openingMoment } from './opening-moment.ts';
import { ReviewFigures } from './review-figures.tsx';
import { ReviewHeader } from './review-header.tsx';
import type { CreateReplay, Rectify, ReviewEdits, ReviewSource } from './review-source.ts';
import { ReviewTabs } from './review-tabs.tsx';
import './session-review.css';
import { useTry } from './use-try.ts';

export type SessionReviewProps = {
  report: SessionReport;
  /** The pack the walk was made with; names modes and check items. */
  programme?: Programme | undefined;
  source: ReviewSource;
  createReplay: CreateReplay;
  /** Reads the click path out of the report; called when somebody looks at it. */
  readClickPath(report: SessionReport): ClickPath;
  /** Measures the report; called when somebody looks at the signals. */
  computeSignals(report: SessionReport): readonly Signal[];
  /** Makes suggestions, findings and hints of the report; called when somebody looks at it. */
  assess: Assessors;
  /** Earlier walks of the same item; absent where there are none to be had. */
  earlier?: EarlierWalks | undefined;
  /** Absent: read-only. */
  edits?: ReviewEdits | undefined;
  /** Absent: rectification is only read. */
  rectify?: Rectify | undefined;
  delivery?: Delivery | undefined;
  /** The report was opened from a file, and this many rectifications were set down for it here. */
  imported?: { rectified: number } | undefined;
  /** Where a hand-in would go; absent while this browser is enrolled nowhere. */
  destination?: { collector: string; url: string } | undefined;
  /** The moment to open at, absolute. */
  openAt?: number | undefined;
  /** Opens the page before a session leaves. Absent: the button is absent. */
  onHandIn?(): void;
  /** Opens the form of a walk entered by hand, while it may still be changed. */
  onEditEntry?(): void;
  /** Tries a hand-in again that waits: what it sends was looked over. */
  onRetry?(): Promise<void>;
  /** Each resolves when the order was taken, rejects with a sentence. Absent: the button is absent. */
  onSaveFile?(): Promise<void>;
  onDelete?(reason?: DeleteReason): Promise<Purged | undefined>;
  /** Opens the official forms with this session chosen. */
  onForms?(): void;
  /** Saves the session in a form that other tools read. */
  onExport?(kind: ExportKind): Promise<void>;
  onBack?(): void;
};

/** One session, looked over: who walked what, the replay, and everything that leads into it. Stands in a ScreenFrame. */
export function SessionReview(props: SessionReviewProps) {
  return <Review key={props.report.id} {...props} />;
}

function Review(props: SessionReviewProps) {
  const {
    report,
    programme,
    source,
    createReplay,
    edits,
    delivery,
    onHandIn,
    onRetry,
    onSaveFile,
    onDelete,
  } = props;
  const { session } = report;
  const span = {
    from: session.startedAt,
    to: Math.max(session.startedAt + 1, session.endedAt ?? report.createdAt),
  };
  const { openAt } = props;
  const [replay] = useState(() => createReplayHandle(openAt ?? openingMoment(report)));
  useEffect(() => {
    if (openAt !== undefined) replay.seek(openAt);
  }, [openAt, replay]);
  const attempt = useTry();
  const byHand = isByHand(session);
  const [tab, setTab] = useState(byHand ? 'painPoints' : 'steps');
  const [asking, setAsking] = useState(false);
  const [saving, setSaving] = useState(false);
  const saveFile =
    onSaveFile &&
    (async () => {
      setSaving(true);
      await attempt(onSaveFile);
      setSaving(false);
    });
  return (
    <main className="session-review">
      <ReviewHeader
        report={report}
        programme={programme}
        delivery={delivery}
        destination={props.destination}
        saving={saving}
        onBack={props.onBack}
        onHandIn={delivery?.state === 'waiting' && onRetry ? () => void attempt(onRetry) : onHandIn}
        onSaveFile={saveFile}
        onForms={props.onForms}
        // There is nothing in a walk entered by hand that other tools could play.
        onExport={byHand ? undefined : props.onExport}
        onEditEntry={props.onEditEntry}
        onDelete={onDelete && (() => setAsking(true))}
      />
      {byHand ? (
        <StatedFigures report={report} onTab={setTab} />
      ) : (
        <ReviewFigures report={report} onTab={setTab} />
      )}
      {byHand ? (
        <StatedBody
          report={report}
          programme={programme}
          source={source}
          replay={replay}
          rectify={props.rectify}
          tab={tab}
          onTab={setTab}
        />
      ) : (
        <div className="review-body">
          <ReplayPanel
            report={report}
            span={span}
            source={source}
            createReplay={createReplay}
            replay={replay}
          />
          <ReviewTabs
            report={report}
            programme={programme}
            source={source}
            readClickPath={props.readClickPath}
            computeSignals={props.computeSignals}
            assess={props.assess}
            earlier={props.earlier}
            replay={replay}
            edits={edits}
            rectify={props.rectify}
            tab={tab}
            onTab={setTab}
          />
        </div>
      )}
      {onDelete && (
        <DeleteDialog
          report={report}
          delivery={delivery}
          imported={props.imported}
          open={asking}
          onConfirm={onDelete}
          onClose={() => setAsking(false)}
        />
      )}
    </main>
  );
}
