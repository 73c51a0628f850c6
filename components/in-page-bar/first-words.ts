/** What the bar says by itself, before anybody opens anything in it. */
const keys = [
  'bar.label',
  'bar.drag',
  'bar.collapse',
  'bar.expand',
  'bar.recording',
  'bar.paused',
  'bar.outside',
  'bar.tag',
  'bar.bookmark',
  'bar.bookmarkHint',
  'bar.aims',
  'bar.pause',
  'bar.resume',
  'bar.finish',
  'bar.counts',
  'bar.submitTitle',
  'bar.submitText',
  'bar.submitStop',
  'bar.submitGo',
  'bookmark.open',
];

/**
 * The bar's first words by key, `$1 $2` left in them: read once where it costs nothing, so that no page has to set up the
 * browser's own translations for them, which takes each document some milliseconds.
 */
export const readFirstWords = (getText: (key: string, ...values: string[]) => string) =>
  Object.fromEntries(keys.map((key) => [key, getText(key, '$1', '$2')]));

/** A text of the bar with its values filled in. */
export const fillIn = (words: string, values: readonly (string | number)[]): string =>
  words.replace(/\$([12])/g, (whole, n: string) => String(values[Number(n) - 1] ?? whole));
