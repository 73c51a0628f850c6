import { useText } from '../text.tsx';
import '../tokens.css';
import './consent.css';
import './controls.css';
import { Notices } from './notices.tsx';
import { PanelHeader } from './panel-header.tsx';
import { Recording } from './recording.tsx';
import { StartScreen } from './start-screen.tsx';
import './walk-panel.css';
import type { WalkPanelProps } from './walk-panel-props.ts';

/** The whole of popup and side panel: what is going on, and what the walker can do about it. */
export function WalkPanel(props: WalkPanelProps) {
  const text = useText();
  const { state, busy } = props;
  return (
    <div className="zyb-panel" data-place={props.place} aria-busy={!state || busy !== undefined}>
      <PanelHeader {...props} />
      <div className="zyb-progress" data-on={!state || busy !== undefined || undefined} />
      <main className="zyb-panel-body" aria-label={text('walk.nav.main')}>
        <p className="zyb-busy" role="status">
          {!state ? text('walk.loading') : busy ? text(`walk.busy.${busy}`) : null}
        </p>
        {state && (
          <>
            <Notices {...props} warnings={state.warnings} />
            {state.session ? (
              <Recording key={state.session.id} {...props} state={state} session={state.session} />
            ) : (
              <StartScreen {...props} />
            )}
          </>
        )}
      </main>
    </div>
  );
}
