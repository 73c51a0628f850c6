import { Menu } from '@base-ui/react/menu';
import { useText } from '../text.tsx';

const reasons = ['call', 'help', 'private', 'network', 'other'] as const;

/** Pauses at once, because something private may be about to appear; the small half first asks why. */
export function PauseButton({ disabled, onPause }: { disabled: boolean; onPause(reason: string): void }) {
  const text = useText();
  return (
    <div className="zyb-split zyb-grow">
      <button type="button" className="zyb-button zyb-grow" disabled={disabled} onClick={() => onPause('')}>
        {text('walk.now.pause')}
      </button>
      <Menu.Root modal={false}>
        <Menu.Trigger className="zyb-button" disabled={disabled} aria-label={text('walk.now.pauseWhy')}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2.5 4.5 6 8l3.5-3.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="zyb-popup-at" sideOffset={4} align="end">
            <Menu.Popup className="zyb-popup">
              {reasons.map((reason) => (
                <Menu.Item
                  key={reason}
                  className="zyb-popup-item"
                  onClick={() => onPause(text(`walk.now.reason.${reason}`))}
                >
                  {text(`walk.now.reason.${reason}`)}
                </Menu.Item>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}
