import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { SessionList } from '../../components/session-list/session-list.tsx';
import { useText } from '../../components/text.tsx';
import { problemSentence } from '../../components/walk-panel/notices.tsx';
import { readHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { FormKind } from '../../lib/model/form-kind.ts';
import { fileProblem } from './file-problem.ts';
import { purge, store } from './local.ts';
import { readRows } from './read-rows.ts';

const FormsPanel = lazy(() => import('./forms-panel.tsx'));

/** The sessions kept in this browser, as they are now. */
export function ListScreen({
  form,
  onOpen,
  onEnter,
  onCoverage,
  onFormsClosed,
}: {
  /** The official form to begin with at once. */
  form?: FormKind;
  onOpen(id: string): void;
  /** Opens the form of a walk entered by hand, a new one or a draft. */
  onEnter(id: string): void;
  onCoverage(): void;
  onFormsClosed?(): void;
}) {
  const text = useText();
  const [error, setError] = useState<string>();
  const [forms, setForms] = useState(form !== undefined);
  const rows = useLiveQuery(
    () =>
      readRows().catch((reason: unknown) => {
        setError(String(reason));
        return [];
      }),
    [],
  );
  const [storage, setStorage] = useState<{ usedBytes: number; quotaBytes?: number | undefined }>();
  useEffect(() => {
    void navigator.storage?.persist?.();
    void navigator.storage
      ?.estimate?.()
      .then(({ usage, quota }) => setStorage({ usedBytes: usage ?? 0, quotaBytes: quota }));
  }, [rows]);
  return (
    <>
      <SessionList
        rows={error ? undefined : rows}
        error={error}
        storage={storage}
        onOpen={onOpen}
        onForms={() => setForms(true)}
        onEnter={(id) => onEnter(id ?? crypto.randomUUID())}
        onCoverage={onCoverage}
        onDelete={purge}
        onOpenFile={async (file) => {
          const opened = await readHandOverFile(file).catch((reason: unknown) => {
            throw new Error(fileProblem(text, reason));
          });
          onOpen(await store.imported.keep(opened.reportJson, opened.objects));
        }}
        onRecover={async (sessionId, how) => {
          const outcome = await sendMessage('recoverWalk', { sessionId, how });
          if (!outcome.ok) throw new Error(problemSentence(text, outcome));
        }}
      />
      {forms && (
        <Suspense>
          <FormsPanel
            kind={form}
            onClose={() => {
              setForms(false);
              onFormsClosed?.();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
