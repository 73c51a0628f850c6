import { type QuietRules, quietUrl } from '../redact/quiet-url.ts';

type Row = Record<string, unknown>;
type Lists = {
  events: unknown[];
  actions: unknown[];
  incidents: unknown[];
  visits: unknown[];
  fields: unknown[];
  waits: unknown[];
  sightings: unknown[];
  timings: unknown[];
  guides: unknown[];
  assets: unknown[];
};

/** Selectors by structure alone: none that quotes a word of the page. */
const structural = /^(?!aria\/|text\/)[\x20-\x7e]*$/;
const quoted = /aria-label|normalize-space|\[value=|text\(\)|contains\(|\d{4}/;
/** What a message may still be: the kind of an error, or the host at which somebody signs in again. */
const codeLike = /^(?:[A-Z][A-Za-z]{0,40}Error|[a-z0-9.-]{1,80}(?::\d{1,5})?)$/;
const word = /^[a-z-]{0,20}$/;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Ways to an element that say where it stands, and nothing of what stands in it. */
const placesAmong = (ways: unknown): unknown[] =>
  Array.isArray(ways)
    ? ways.filter((each) => structural.test(string(each)) && !quoted.test(string(each)))
    : [];

/** One row of evidence without a word of the page; every table's rows may be given. */
export function withoutWords<T extends object>(row: T, quiet?: QuietRules): T {
  const from = row as Row;
  const to: Row = { ...from };
  if ('url' in from) to.url = quietUrl(string(from.url), quiet);
  for (const name of ['label', 'title', 'text']) if (name in from) to[name] = '';
  if ('wizardStep' in from) to.wizardStep = '';
  if ('message' in from) to.message = codeLike.test(string(from.message)) ? from.message : '';
  if ('detail' in from) to.detail = word.test(string(from.detail)) ? from.detail : '';
  if (Array.isArray(from.selectors)) to.selectors = placesAmong(from.selectors);
  if (Array.isArray(from.hovered)) to.hovered = from.hovered.map(placesAmong);
  return to as T;
}

/**
 * What may be kept of a batch when nothing but metrics may be: no replay, no assets, no words, whoever put them in. The
 * page's side leaves them out already; a batch that was under way when consent was withdrawn still has them.
 */
export function metricsOnly<T extends Lists>(content: T, quiet?: QuietRules): T {
  const bare = (rows: unknown[]) =>
    rows.flatMap((row) => (typeof row === 'object' && row !== null ? [withoutWords(row, quiet)] : []));
  return {
    ...content,
    events: [],
    assets: [],
    guides: [],
    actions: bare(content.actions),
    incidents: bare(content.incidents),
    visits: bare(content.visits),
    fields: bare(content.fields),
    waits: bare(content.waits),
    sightings: bare(content.sightings),
    timings: bare(content.timings),
  };
}
