import { useText } from '../text.tsx';

/** What the next choice is about, with the way out of it. */
export function AboutLine({ words, off, onOff }: { words: string; off: string; onOff(): void }) {
  const text = useText();
  return (
    <p className="zyb-about">
      <span>{words}</span>
      <button type="button" className="zyb-link" aria-label={text(off)} title={text(off)} onClick={onOff}>
        ×
      </button>
    </p>
  );
}
