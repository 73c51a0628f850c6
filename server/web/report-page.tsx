import { Skeleton } from 'antd';
import { useCallback, useMemo } from 'react';
import { saveText } from '../../components/session-review/save-text.ts';
import { SessionReview } from '../../components/session-review/session-review.tsx';
import { useText } from '../../components/text.tsx';
import { assessors } from '../../lib/assess/assessors.ts';
import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import { computeSignals } from '../../lib/assess/signals/index.ts';
import { exportFile } from '../../lib/export/export-file.ts';
import { api } from './api.ts';
import { earlierReports } from './earlier-reports.ts';
import { loadReplay } from './load-replay.ts';
import { ProblemBox } from './problem-box.tsx';
import { needsSignIn, problemText } from './problem-text.ts';
import { findProgramme } from './programmes.ts';
import { useLoad } from './use-load.ts';

/** One received report, to look at. */
export function ReportPage({ id, at, onExpired }: { id: string; at: number | undefined; onExpired(): void }) {
  const text = useText();
  const read = useCallback(() => Promise.all([api.report(id), loadReplay()]), [id]);
  const { loaded, again } = useLoad(read, onExpired);
  const source = useMemo(
    () => ({
      readObject: (sha256: string) =>
        api.object(sha256).catch((error: unknown) => {
          if (needsSignIn(error)) onExpired();
          throw new Error(problemText(error, text));
        }),
    }),
    [onExpired, text],
  );
  const received = loaded.state === 'ready' ? loaded.value[0] : undefined;
  const earlier = useMemo(() => received && earlierReports(received), [received]);
  if (loaded.state === 'loading') return <Skeleton active className="desk-page" />;
  if (loaded.state === 'failed')
    return (
      <main className="desk-page">
        <ProblemBox reason={problemText(loaded.error, text)} onRetry={again} />
      </main>
    );
  const [report, createReplay] = loaded.value;
  return (
    <SessionReview
      report={report}
      programme={findProgramme(report.session.programme)}
      source={source}
      createReplay={createReplay}
      readClickPath={readClickPath}
      computeSignals={computeSignals}
      assess={assessors}
      earlier={earlier}
      openAt={at}
      onExport={async (kind) => saveText(exportFile(report, kind))}
      onBack={() => {
        location.hash = '#/';
      }}
    />
  );
}
