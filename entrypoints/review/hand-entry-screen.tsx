import { Alert, Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { HandEntryForm } from '../../components/hand-entry/hand-entry-form.tsx';
import { DeleteRowDialog } from '../../components/session-list/delete-row-dialog.tsx';
import type { SessionRow } from '../../components/session-list/session-row.ts';
import { useText } from '../../components/text.tsx';
import type { Catalogue } from '../../components/walk-panel/walk-panel-props.ts';
import { problemsInEntry } from '../../lib/model/hand-entry.ts';
import { redactText } from '../../lib/redact/index.ts';
import { readCatalogue, readStart, type StartData } from '../popup/read-start.ts';
import { purge, store } from './local.ts';
import { useHandEntry } from './use-hand-entry.ts';

const source = { readObject: (object: string) => store.objects.mustRead(object) };
const looksPersonal = (words: string) => Object.keys(redactText(words).found);

/** A walk by another channel, being written down. */
export function HandEntryScreen({
  id,
  onFinished,
  onBack,
}: {
  id: string;
  onFinished(): void;
  onBack(): void;
}) {
  const text = useText();
  const [start, setStart] = useState<StartData>();
  const [catalogue, setCatalogue] = useState<Catalogue>();
  const [problem, setProblem] = useState<string>();
  const [deleting, setDeleting] = useState<SessionRow>();
  useEffect(() => {
    void readStart().then(setStart, (error: unknown) => setProblem(String(error)));
    void readCatalogue().then(setCatalogue, () => undefined);
  }, []);
  const { entry, kept, change, flush, addPhoto, finish, drop } = useHandEntry(id, start);
  if (problem)
    return (
      <main className="session-list">
        <Alert
          type="error"
          showIcon
          title={text('review.list.failed')}
          description={problem}
          action={<Button onClick={onBack}>{text('review.back')}</Button>}
        />
      </main>
    );
  if (!start || entry === undefined) return <Skeleton active className="session-skeleton" />;
  if (entry === 'missing' || entry === 'handed-in')
    return (
      <main className="session-list">
        <Alert
          type={entry === 'missing' ? 'error' : 'info'}
          showIcon
          title={text(entry === 'missing' ? 'file.sessionMissing' : 'byHand.failed.handedIn')}
          action={<Button onClick={onBack}>{text('review.back')}</Button>}
        />
      </main>
    );
  const { session } = entry;
  return (
    <>
      <HandEntryForm
        entry={entry}
        programmes={start.programmes}
        catalogue={catalogue}
        recent={start.recent}
        source={source}
        kept={kept}
        looksPersonal={looksPersonal}
        onChange={change}
        onPhoto={addPhoto}
        findProblems={(one) => problemsInEntry(one, Date.now())}
        onFinish={async () => {
          await finish();
          onFinished();
        }}
        onDelete={() =>
          setDeleting({
            id,
            itemName: session.item.name || text('byHand.untitled'),
            mode: session.mode,
            startedAt: session.startedAt,
            durationMs: undefined,
            state: session.state === 'finished' ? 'finished' : 'draft',
            byHand: true,
            figures: { screenshots: entry.photos.length, painPoints: entry.painPoints.length },
            storedBytes: 0,
          })
        }
        onBack={() => void flush().then(onBack)}
      />
      <DeleteRowDialog
        row={deleting}
        onConfirm={async (sessionId, reason) => {
          await drop();
          const purged = await purge(sessionId, reason);
          onBack();
          return purged;
        }}
        onClose={() => setDeleting(undefined)}
      />
    </>
  );
}
