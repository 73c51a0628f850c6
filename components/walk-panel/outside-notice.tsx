import { useText } from '../text.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

/** The page beside this panel while a walk is recorded: left out of it, not a web page with none of the walk left, or neither. */
export function findLeftOut({
  state,
  tab,
}: Pick<WalkPanelProps, 'state' | 'tab'>): 'page' | 'noTabs' | undefined {
  const session = state?.session;
  if (session?.state !== 'recording') return undefined;
  if (tab?.recordable && !session.tabs.includes(tab.id)) return 'page';
  return session.tabs.length === 0 ? 'noTabs' : undefined;
}

/** Says that the page beside this panel is not recorded, and offers to take it into the walk. */
export function OutsideNotice({ busy, onJoinTab, ...rest }: WalkPanelProps) {
  const text = useText();
  const leftOut = findLeftOut(rest);
  if (!leftOut) return null;
  return (
    <div className="zyb-notice" data-tone="warn" role="status">
      <h2>{text('walk.outside.title')}</h2>
      <p>{text(leftOut === 'page' ? 'walk.outside.text' : 'walk.outside.noTabs')}</p>
      {leftOut === 'page' && onJoinTab && (
        <button type="button" className="zyb-button" disabled={busy !== undefined} onClick={onJoinTab}>
          {text('walk.outside.join')}
        </button>
      )}
    </div>
  );
}
