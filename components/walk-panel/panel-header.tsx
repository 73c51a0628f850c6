import { useText } from '../text.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

/** Name and the two ways out: the walks and the settings. */
export function PanelHeader({ onOpenReview, onOpenOptions, onOpenSidePanel, place }: WalkPanelProps) {
  const text = useText();
  return (
    <header className="zyb-panel-header">
      <Mark />
      <h1>{text('walk.product')}</h1>
      <nav>
        {onOpenSidePanel && place === 'popup' && (
          <button
            type="button"
            className="zyb-nav"
            onClick={onOpenSidePanel}
            title={text('walk.nav.sidePanel')}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M2 3h12v10H2zM10 3v10" fill="none" stroke="currentColor" strokeWidth="1.4" />
            </svg>
            <span className="zyb-hidden">{text('walk.nav.sidePanel')}</span>
          </button>
        )}
        <button type="button" className="zyb-nav" onClick={() => onOpenReview()}>
          {text('walk.nav.records')}
        </button>
        <button type="button" className="zyb-nav" onClick={onOpenOptions}>
          {text('walk.nav.settings')}
        </button>
      </nav>
    </header>
  );
}

function Mark() {
  return (
    <svg className="zyb-mark" viewBox="0 0 128 128" aria-hidden="true">
      <rect width="128" height="128" rx="30" fill="var(--zyb-brand)" />
      <path
        d="M64 28a36 36 0 1 0 33.8 23.7"
        fill="none"
        stroke="#fff"
        strokeWidth="14"
        strokeLinecap="round"
      />
      <path d="M60 10l25 18-25 18z" fill="#fff" />
      <circle cx="64" cy="64" r="14" fill="#ff5a4d" />
    </svg>
  );
}
