import { Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { SessionReport } from '../../lib/model/report.ts';
import type { CreateReplay, ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { ReplayHandle } from './create-replay-handle.ts';
import { GapView } from './gap-view.tsx';
import { noteKey } from './reason-text.ts';
import { useReplay } from './use-replay.ts';

/** The picture: an empty element for the player, and what stands over it while there is nothing to play. */
export function ReplayStage(props: {
  report: SessionReport;
  source: ReviewSource;
  createReplay: CreateReplay;
  replay: ReplayHandle;
}) {
  const { report, source, createReplay, replay } = props;
  const text = useText();
  const [container, setContainer] = useState<HTMLElement | null>(null);
  const status = useReplay(replay, (state) => state.status);
  const note = useReplay(replay, (state) => noteKey(state));
  const ungrafted = useReplay(replay, (state) => state.ungrafted ?? 0);
  const eventsPlayed = useReplay(replay, (state) => state.eventsPlayed);
  // Renamed steps and new pain points make a new report object, which needs no new player.
  const latest = useRef({ report, source });
  useEffect(() => {
    latest.current = { report, source };
  }, [report, source]);

  useEffect(() => {
    if (!container) return;
    const readObject = (sha256: string) => latest.current.source.readObject(sha256);
    const unplug = replay.plug(() => createReplay({ container, report: latest.current.report, readObject }));
    return () => {
      unplug();
      container.replaceChildren();
    };
  }, [container, replay, createReplay]);

  const covered = status === 'gap' || status === 'error';
  return (
    <div className="replay-stage" data-status={status} data-events-played={eventsPlayed}>
      <div className="replay-container" ref={setContainer} data-covered={covered} />
      {status === 'loading' && (
        <div className="replay-loading">
          <Spin size="small" /> {text('review.replay.loading')}
        </div>
      )}
      {note && (
        <div className="replay-loading" role="status">
          {text(note)}
        </div>
      )}
      {!covered && ungrafted > 0 && (
        <div className="replay-ungrafted" role="note">
          {text('review.replay.ungrafted', ungrafted)}
        </div>
      )}
      {covered && <GapView report={report} source={source} replay={replay} />}
    </div>
  );
}
