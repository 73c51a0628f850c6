import { Alert, App, Button, Skeleton } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { DrawBoard } from '../../components/drawing/draw-board.tsx';
import { useTry } from '../../components/session-review/use-try.ts';
import { useText } from '../../components/text.tsx';
import type { Drawing } from '../../lib/model/drawing.ts';
import { redactText } from '../../lib/redact/index.ts';
import { markChanges } from '../../lib/store/mark-changes.ts';
import { store } from './local.ts';

const source = { readObject: (object: string) => store.objects.mustRead(object) };
const looksPersonal = (words: string) => Object.keys(redactText(words).found);

/** The screenshot of what was tagged a moment ago, to be drawn on while the walk goes on. */
export function DrawScreen({ painPointId }: { painPointId: string }) {
  const text = useText();
  const { message } = App.useApp();
  const attempt = useTry();
  const [drawn, setDrawn] = useState<Drawing>();
  useEffect(() => {
    if (!drawn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [drawn]);
  const found = useLiveQuery(async () => {
    const point = await store.db.painPoints.get(painPointId);
    const shot = point?.screenshotId
      ? await store.findScreenshot(point.sessionId, point.screenshotId)
      : undefined;
    const session = point && (await store.db.sessions.get(point.sessionId));
    return { point, shot, isOpen: session !== undefined && session.state !== 'finished' };
  }, [painPointId]);
  if (!found) return <Skeleton active className="session-skeleton" />;
  const { point, shot, isOpen } = found;
  const drawing = drawn ?? point?.drawing ?? [];
  const save = async () => {
    const change = { drawing: drawing.length > 0 ? drawing : undefined };
    const draw = async () => void (await store.db.painPoints.update(painPointId, change));
    if (!(await attempt(markChanges(store.deliveries, point?.sessionId ?? '', { draw }).draw))) return;
    setDrawn(undefined);
    message.success(text('draw.saved'));
  };
  const why = !point
    ? 'draw.gone'
    : !shot && isOpen && point.screenshotId
      ? 'draw.waiting'
      : 'draw.noPicture';
  return (
    <main className="draw-screen">
      <header>
        <h1>{text('draw.title')}</h1>
        <span className="zyb-weak">{text('draw.kept')}</span>
        {shot && (
          <Button type="primary" disabled={drawn === undefined} onClick={() => void save()}>
            {text('draw.save')}
          </Button>
        )}
      </header>
      {point && shot ? (
        <DrawBoard
          point={point}
          shot={shot}
          source={source}
          drawing={drawing}
          looksPersonal={looksPersonal}
          onDrawing={setDrawn}
        />
      ) : (
        <Alert type="info" showIcon title={text(why)} />
      )}
    </main>
  );
}
