import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { byTime } from '../signals/evidence-of.ts';
import { type Defect, plainWords } from './find-defects.ts';
import { explainedBy, suggestionRules } from './suggestion-rules.ts';

/** A message this soon after a failed request is the page's word for it, ms. */
const toldWithin = 1500;
const endWithin = 500;
/** So many of each are looked through for what tells of what. */
const looked = 200;
/** Longer texts are pages, which say many things at once; characters. */
const shortNotice = 60;

/**
 * Defects that are one: they rest on the same rows (a notice that is an error, a refusal of a file and a dialog at
 * once), or one is the message with which the page told of the other. The signal of the highest rank speaks for all.
 */
export function mergeDefects(defects: readonly Defect[], report: SessionReport): Defect[] {
  const ranked = [...defects].sort((a, b) => rankOf(b) - rankOf(a));
  const merged: Defect[] = [];
  const ownRows = new Map<Defect, Set<string>>();
  const durations = new Map(report.incidents.map(({ id, duration = 0 }) => [id, duration]));
  for (const defect of ranked) {
    const known = isOfWalk(defect)
      ? merged.find((other) => explainedBy[defect.code]?.includes(other.code))
      : merged.find(
          (other) =>
            (!isOfWalk(other) && sharesRows(other, defect)) ||
            isSameNotice(other, defect) ||
            tells(other, defect),
        );
    if (!known) {
      const own = { ...defect, evidence: [...defect.evidence], also: [] };
      merged.push(own);
      ownRows.set(own, rowsOf(defect));
      continue;
    }
    if (known.code !== defect.code && !known.also.includes(defect.code)) known.also.push(defect.code);
    if (isOfWalk(defect)) continue;
    const has = new Set(known.evidence.map(rowAndMoment));
    known.evidence = byTime([
      ...known.evidence,
      ...defect.evidence.filter((each) => !has.has(rowAndMoment(each))),
    ]);
    for (const row of rowsOf(defect)) ownRows.get(known)?.add(row);
  }
  return merged;

  function sharesRows(a: Defect, b: Defect): boolean {
    // Two defects of one signal are two on purpose.
    if (a.code === b.code) return false;
    const rows = ownRows.get(a);
    return [...rowsOf(b)].some((row) => rows?.has(row));
  }
  function tells(a: Defect, b: Defect): boolean {
    if (b.code !== 'error_toast' && b.code !== 'validation_error' && b.code !== 'native_dialog') return false;
    const broken = a.evidence.slice(0, looked);
    return b.evidence
      .slice(0, looked)
      .every((said) => broken.some((broke) => isWordFor(said, a, broke, durations)));
  }
}

/** True when a message is the page's word for something else that went wrong. */
function isWordFor(
  said: SignalEvidence,
  { code }: Defect,
  broke: SignalEvidence,
  durations: ReadonlyMap<string, number>,
): boolean {
  const late = said.at - (broke.to ?? broke.at);
  if (code === 'http_error') {
    const duration = durations.get(broke.refs[0] ?? '') ?? 0;
    // The browser tells of the answer's end, which a page may not have waited for.
    return late >= -endWithin && late - duration <= toldWithin;
  }
  if (code === 'captcha_count')
    return broke.text.endsWith(' failed') && Math.abs(late) <= 2 * toldWithin && /码/.test(said.text);
  if (!notices.has(code)) return false;
  const same = plainWords(said.text).includes(plainWords(broke.text)) && broke.text.length > 3;
  return same && said.text.length <= shortNotice && Math.abs(said.at - broke.at) <= 2 * toldWithin;
}

const rankOf = ({ code }: Defect): number => suggestionRules[code].rank;
const isOfWalk = ({ code }: Defect): boolean =>
  suggestionRules[code].group === 'walk' && code !== 'session_timeout' && code !== 'validation_error';
/** Signals that are read from what a page says in so many words. */
const notices: ReadonlySet<Defect['code']> = new Set([
  'file_reject',
  'session_timeout',
  'material_rerequest',
  'channel_switch',
  'paper_required',
  'browser_incompat',
]);
/** One sentence that sends people to a window with their papers. */
const isSameNotice = (a: Defect, b: Defect): boolean =>
  a.code !== b.code &&
  a.subject === b.subject &&
  ['channel_switch', 'paper_required'].includes(a.code) &&
  ['channel_switch', 'paper_required'].includes(b.code);
const ofGuide: ReadonlySet<Defect['code']> = new Set([
  'guide_mismatch',
  'guide_field_missing',
  'material_shareable',
]);
/** The row that each piece of evidence is; of a guide's findings that of the walk, not the guide. */
const rowsOf = ({ code, evidence }: Defect): Set<string> =>
  new Set(evidence.flatMap(({ refs }) => (ofGuide.has(code) ? refs.slice(1) : refs.slice(0, 1))));
const rowAndMoment = ({ refs, at }: SignalEvidence): string => `${at} ${refs[0]}`;
