import { Alert, Button, Skeleton } from 'antd';
import { useState } from 'react';
import type { DeleteReason, Purged } from '../session-review/delete-reason.tsx';
import { useText } from '../text.tsx';
import { DeleteRowDialog } from './delete-row-dialog.tsx';
import { DraftEntries } from './draft-entries.tsx';
import { EmptySessions } from './empty-sessions.tsx';
import { OpenFile } from './open-file.tsx';
import './session-list.css';
import { type SessionRow, sortRows } from './session-row.ts';
import { SessionTable } from './session-table.tsx';
import { StorageUse } from './storage-use.tsx';
import { UnfinishedSessions } from './unfinished-sessions.tsx';

export type SessionListProps = {
  /** Undefined while they are read. */
  rows: SessionRow[] | undefined;
  /** Why they could not be read, as a sentence. */
  error?: string | undefined;
  storage?: { usedBytes: number; quotaBytes?: number | undefined } | undefined;
  onOpen(id: string): void;
  /** Shows which items of the catalogues have been walked. */
  onCoverage(): void;
  /** Each rejects with a sentence for people. */
  /** Says what was found of it afterwards. */
  onDelete(id: string, reason?: DeleteReason): Promise<Purged | undefined>;
  onOpenFile(file: File): Promise<void>;
  /** Opens the form of a walk entered by hand; without an id a new one. */
  onEnter(id?: string): void;
  /** Opens the official forms; absent: no button. */
  onForms?(): void;
  onRecover(id: string, how: 'continue' | 'finish'): Promise<void>;
};

/** The sessions kept in this browser: what needs a decision first, then all, newest first. Stands in a ScreenFrame. */
export function SessionList(props: SessionListProps) {
  const { rows, error, storage } = props;
  const text = useText();
  const [deleting, setDeleting] = useState<SessionRow>();
  const { unfinished, drafts, others } = sortRows(rows ?? []);
  return (
    <main className="session-list">
      <header>
        <h1>{text('review.list.title')}</h1>
        <div className="session-list-tools">
          <Button type="link" onClick={props.onCoverage}>
            {text('catalogue.coverage.title')}
          </Button>
          <Button title={text('byHand.enterHint')} onClick={() => props.onEnter()}>
            {text('byHand.enter')}
          </Button>
          {props.onForms && <Button onClick={props.onForms}>{text('forms.open')}</Button>}
          {storage && <StorageUse storage={storage} />}
        </div>
      </header>
      {error && <Alert type="error" showIcon title={text('review.list.failed')} description={error} />}
      {unfinished.length > 0 && (
        <UnfinishedSessions rows={unfinished} onRecover={props.onRecover} onDelete={setDeleting} />
      )}
      {drafts.length > 0 && <DraftEntries rows={drafts} onEnter={props.onEnter} onDelete={setDeleting} />}
      <OpenFile onOpenFile={props.onOpenFile}>
        {rows === undefined && !error && <Skeleton active className="session-skeleton" />}
        {rows?.length === 0 && <EmptySessions />}
        {others.length > 0 && <SessionTable rows={others} onOpen={props.onOpen} onDelete={setDeleting} />}
      </OpenFile>
      <DeleteRowDialog row={deleting} onConfirm={props.onDelete} onClose={() => setDeleting(undefined)} />
    </main>
  );
}
