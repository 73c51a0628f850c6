import { Skeleton } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { CreateReplay } from '../../components/session-review/review-source.ts';
import { SessionReview } from '../../components/session-review/session-review.tsx';
import { useText } from '../../components/text.tsx';
import type { SessionReport } from '../../lib/model/report.ts';
import { api } from './api.ts';
import { loadReplay } from './load-replay.ts';
import { ProblemBox } from './problem-box.tsx';
import { needsSignIn, problemText } from './problem-text.ts';
import { findProgramme } from './programmes.ts';

/** One received report, to look at. */
export function ReportPage({ id, at, onExpired }: { id: string; at: number | undefined; onExpired(): void }) {
  const text = useText();
  const [report, setReport] = useState<SessionReport>();
  const [createReplay, setCreateReplay] = useState<CreateReplay>();
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let over = false;
    setProblem(undefined);
    Promise.all([api.report(id), loadReplay()]).then(
      ([read, create]) => {
        if (over) return;
        setCreateReplay(() => create);
        setReport(read);
      },
      (error: unknown) => {
        if (over) return;
        if (needsSignIn(error)) onExpired();
        else setProblem(problemText(error, text));
      },
    );
    return () => {
      over = true;
    };
  }, [id, tries]);
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
  if (problem)
    return (
      <main className="desk-page">
        <ProblemBox reason={problem} onRetry={() => setTries(tries + 1)} />
      </main>
    );
  if (!report || !createReplay) return <Skeleton active className="desk-page" />;
  return (
    <SessionReview
      report={report}
      programme={findProgramme(report.session.programme)}
      source={source}
      createReplay={createReplay}
      openAt={at}
      onBack={() => {
        location.hash = '#/';
      }}
    />
  );
}
