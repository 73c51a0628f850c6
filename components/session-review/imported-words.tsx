import { useText } from '../text.tsx';

/** What goes with a report that was opened from a file: the file has it still, but not what was set down for it here. */
export function ImportedWords({ rectified }: { rectified: number }) {
  const text = useText();
  return (
    <>
      <p>{text('review.deleteImported')}</p>
      {rectified > 0 && <p data-tone="bad">{text('review.deleteRectified', rectified)}</p>}
    </>
  );
}
