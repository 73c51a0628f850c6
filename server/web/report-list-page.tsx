import { Button, Empty, Input, Skeleton } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../../components/text.tsx';
import type { ReportListRow } from '../../lib/model/collector-api.ts';
import { api } from './api.ts';
import { ProblemBox } from './problem-box.tsx';
import { needsSignIn, problemText } from './problem-text.ts';
import { ReportTable } from './report-table.tsx';

const DeskForms = lazy(() => import('./desk-forms.tsx'));

/** The received reports, newest first, page by page, searched by words. */
export function ReportListPage({ onExpired }: { onExpired(): void }) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [rows, setRows] = useState<ReportListRow[]>();
  const [next, setNext] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const [problem, setProblem] = useState<unknown>();
  const [forms, setForms] = useState(false);
  const newest = useRef(0);

  const load = useCallback(
    (q: string, cursor?: string) => {
      newest.current += 1;
      const mine = newest.current;
      api
        .reports(q, cursor)
        .then(
          (page) => {
            if (mine !== newest.current) return;
            setRows((before) => (cursor ? [...(before ?? []), ...page.reports] : page.reports));
            setNext(page.next);
            setProblem(undefined);
          },
          (error: unknown) => {
            if (mine !== newest.current) return;
            if (needsSignIn(error)) onExpired();
            else setProblem(error);
          },
        )
        .finally(() => {
          if (mine === newest.current) setBusy(false);
        });
    },
    [onExpired],
  );
  useEffect(() => {
    load(query);
  }, [load, query]);
  const read = (q: string, cursor?: string) => {
    setBusy(true);
    load(q, cursor);
  };
  const search = (words: string) => {
    if (words === query) return read(words);
    setBusy(true);
    setQuery(words);
  };

  return (
    <main className="desk-page">
      <header className="desk-head">
        <h1>{text('desk.reports')}</h1>
        <Input.Search
          className="desk-search"
          allowClear
          placeholder={text('desk.list.search')}
          aria-label={text('desk.list.search')}
          loading={busy}
          onSearch={(words) => search(words.trim())}
        />
        <Button onClick={() => setForms(true)}>{text('forms.open')}</Button>
      </header>
      {problem !== undefined && (
        <ProblemBox reason={problemText(problem, text)} onRetry={() => read(query)} />
      )}
      <section className="desk-paper">
        {rows === undefined && problem === undefined && <Skeleton active className="desk-skeleton" />}
        {rows?.length === 0 && (
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={
              query ? (
                text('desk.list.noMatch', query)
              ) : (
                <>
                  {text('desk.list.none')}
                  <br />
                  <span className="zyb-weak">{text('desk.list.noneHint')}</span>
                </>
              )
            }
          />
        )}
        {rows && rows.length > 0 && <ReportTable rows={rows} />}
        {rows && rows.length > 0 && (
          <footer className="desk-foot">
            <span className="zyb-weak">{text('desk.list.shown', rows.length)}</span>
            {next && (
              <Button size="small" loading={busy} onClick={() => read(query, next)}>
                {text('desk.list.more')}
              </Button>
            )}
          </footer>
        )}
      </section>
      {forms && (
        <Suspense>
          <DeskForms rows={rows} onExpired={onExpired} onClose={() => setForms(false)} />
        </Suspense>
      )}
    </main>
  );
}
