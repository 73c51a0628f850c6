/** What a frameset's attributes say, kept as the page may change them later. */
export type FramesetShape = {
  rows?: string | undefined;
  cols?: string | undefined;
  /** Between its frames, CSS pixels. */
  border: number;
  outermost: boolean;
};

/** Of a frameset that says nothing of it, nor does one around. */
export const defaultBorder = 6;

/** What browsers leave between the frames; 0 around means that there was said to be none. */
export function borderOf(
  frameborder: string | undefined,
  border: string | undefined,
  around: number,
): number {
  const isOff = /^(?:no|0)$/i.test(frameborder ?? '');
  const isOn = /^(?:yes|1)$/i.test(frameborder ?? '');
  if (isOff || (around === 0 && !isOn)) return 0;
  const [own] = /^\s*\d{1,3}/.exec(border ?? '') ?? [];
  return own === undefined ? around || defaultBorder : Number(own);
}

/** A frame fills its cell. */
export const frameStyle =
  'display:block;width:100%;height:100%;min-width:0;min-height:0;border:0;background:#fff';

/** The inline style with which a DIV lays out its children as the frameset did, by rows, then columns. */
export function framesetStyle({ rows, cols, border, outermost }: FramesetShape): string {
  const place = outermost ? 'position:fixed;top:0;right:0;bottom:0;left:0' : 'width:100%;height:100%';
  return (
    `${place};display:grid;gap:${border}px;grid-template-rows:${tracks(rows)};grid-template-columns:${tracks(cols)};` +
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
