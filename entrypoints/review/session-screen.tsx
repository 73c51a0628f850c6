import { Alert, Button, Skeleton } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { saveText } from '../../components/session-review/save-text.ts';
import { SessionReview } from '../../components/session-review/session-review.tsx';
import { useText } from '../../components/text.tsx';
import { assessors } from '../../lib/assess/assessors.ts';
import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import { computeSignals } from '../../lib/assess/signals/index.ts';
import { exportFile } from '../../lib/export/export-file.ts';
import { layOver } from '../../lib/model/lay-over.ts';
import { countRectified } from '../../lib/model/rectification.ts';
import { isByHand } from '../../lib/model/session.ts';
import { createReplay } from '../../lib/replay/create-replay.ts';
import { earlierWalks } from './earlier-walks.ts';
import { editsOf, rectifyOf } from './edits-of.ts';
import { handIn } from './hand-in.ts';
import { log, packs, purge, readReport, store } from './local.ts';
import { saveFile } from './save-file.ts';
import { mustLeaveClean } from './still-personal.ts';

const FormsPanel = lazy(() => import('./forms-panel.tsx'));
const source = { readObject: (object: string) => store.objects.mustRead(object) };

/** One session of this browser, or one opened from a file (read-only). */
export function SessionScreen({
  id,
  openAt,
  onBack,
  onHandIn,
  onEditEntry,
}: {
  id: string;
  openAt: number | undefined;
  onBack(): void;
  /** Opens the page before a session leaves. */
  onHandIn(): void;
  /** Opens the form of a walk entered by hand. */
  onEditEntry(): void;
}) {
  const text = useText();
  const found = useLiveQuery(
    () =>
      readReport(id).then(
        (value) => value ?? ('missing' as const),
        (error: unknown) => error as Error,
      ),
    [id],
  );
  useEffect(() => void log({ kind: 'viewed', sessionId: id }), [id]);
  const delivery = useLiveQuery(() => store.deliveries.read(id), [id]);
  const state = useLiveQuery(async () => (await store.sessions.find(id))?.state ?? null, [id]);
  const toForm = useEffectEvent(onEditEntry);
  useEffect(() => {
    if (state === 'draft') toForm();
  }, [state]);
  const enrolment = useLiveQuery(async () => (await store.settings.read()).enrolment ?? null, []);
  const kept = useLiveQuery(() => store.rectifications.of(id), [id]);
  const [forms, setForms] = useState(false);
  const programmes = useLiveQuery(() => packs.programmes(), []);
  const earlier = useMemo(() => earlierWalks(id), [id]);
  if (state === 'draft' || found === undefined || programmes === undefined || kept === undefined)
    return <Skeleton active className="session-skeleton" />;
  if (found === 'missing' || found instanceof Error) {
    const why = found === 'missing' ? undefined : found.message;
    return (
      <main className="session-list">
        <Alert
          type="error"
          showIcon
          title={text('file.sessionMissing')}
          description={why}
          action={<Button onClick={onBack}>{text('review.back')}</Button>}
        />
      </main>
    );
  }
  const { report, own } = found;
  const byHand = isByHand(report.session);
  return (
    <>
      <SessionReview
        report={own ? report : layOver(report, kept)}
        programme={programmes.find((each) => each.id === report.session.programme.id)}
        source={source}
        createReplay={createReplay}
        readClickPath={readClickPath}
        computeSignals={computeSignals}
        assess={assessors}
        earlier={earlier}
        edits={own && !byHand ? editsOf(report) : undefined}
        rectify={rectifyOf(report, own)}
        onForms={() => setForms(true)}
        delivery={delivery}
        imported={own ? undefined : { rectified: countRectified(kept) }}
        destination={enrolment ? { collector: enrolment.collector, url: enrolment.url } : undefined}
        openAt={openAt}
        {...(own ? { onHandIn } : {})}
        {...(own && byHand && (!delivery || delivery.state === 'refused') ? { onEditEntry } : {})}
        onRetry={() => handIn(text, id)}
        onSaveFile={async () => {
          if (own) return onHandIn();
          await mustLeaveClean(report, text, { whole: true, own });
          await saveFile(report);
          void log({ kind: 'exported', sessionId: id, detail: 'zyb' });
        }}
        onExport={async (kind) => {
          await mustLeaveClean(report, text, { whole: false, own }).catch((error: unknown) => {
            if (own) onHandIn();
            throw error;
          });
          saveText(exportFile(report, kind));
          void log({ kind: 'exported', sessionId: id, detail: kind });
        }}
        onDelete={async (reason) => {
          const purged = await purge(id, reason);
          onBack();
          return purged;
        }}
        onBack={onBack}
      />
      {forms && (
        <Suspense>
          <FormsPanel chosen={[id]} onClose={() => setForms(false)} />
        </Suspense>
      )}
    </>
  );
}
