/** What a frameset's attributes say, kept as the page may change them later. */
export type FramesetShape = { rows?: string | undefined; cols?: string | undefined; outermost: boolean };

/** A frame fills its cell. */
export const frameStyle =
  'display:block;width:100%;height:100%;min-width:0;min-height:0;border:0;background:#fff';

/** The inline style with which a DIV lays out its children as the frameset did, by rows, then columns. */
export function framesetStyle({ rows, cols, outermost }: FramesetShape): string {
  const place = outermost ? 'position:fixed;top:0;right:0;bottom:0;left:0' : 'width:100%;height:100%';
  return (
    `${place};display:grid;gap:1px;grid-template-rows:${tracks(rows)};grid-template-columns:${tracks(cols)};` +
    'min-width:0;min-height:0;background:#d9d9d9'
  );
}

type Track = { value: number; unit: 'px' | '%' | 'fr' };

/**
 * A list of frameset dimensions (HTML 16.3.2: `120`, `20%`, `2*`) as grid tracks. Without a `*` the browser
 * stretches the list over the whole; lists of one unit are therefore shares.
 */
export function tracks(list: string | undefined): string {
  const parsed = (list ?? '').split(',').slice(0, 100).map(track);
  const oneUnit = parsed.every(({ unit, value }) => unit === parsed[0]?.unit && value > 0);
  return parsed
    .map(({ value, unit }) => (unit === 'fr' || oneUnit ? `minmax(0,${value}fr)` : `${value}${unit}`))
    .join(' ');
}

function track(text: string): Track {
  const [, digits, unit] = /^\s*(\d*\.?\d*)\s*(%|\*)?/.exec(text) ?? [];
  if (!digits && unit !== '*') return { value: 1, unit: 'fr' };
  const value = Math.min(Number(digits || 1), 100_000);
  if (!Number.isFinite(value)) return { value: 1, unit: 'fr' };
  return unit === '*' ? { value: value || 1, unit: 'fr' } : { value, unit: unit === '%' ? '%' : 'px' };
}
