import type { SessionReport } from '../../model/report.ts';
import type { Signal, SignalCode, SignalEvidence } from '../../model/signal.ts';
import { addressOf } from '../../model/site-profile.ts';
import { groupBy } from '../signals/evidence-of.ts';
import { subjectOf } from './subject-of.ts';
import { suggestionRules } from './suggestion-rules.ts';
import { worthSaying } from './worth-saying.ts';

/** One defect: what one signal says of one thing, however often it was met. */
export type Defect = {
  code: SignalCode;
  /** What makes it this defect and no other; the same in every walk that meets it. */
  key: string;
  subject: string;
  /** Times it was met. */
  count: number;
  value: number;
  unit: Signal['unit'];
  threshold: number | null;
  evidence: readonly SignalEvidence[];
  /** Other signals of the same defect. */
  also: SignalCode[];
};

/** Every defect that the signals show, one for twenty events of the same kind. */
export function findDefects(report: SessionReport, signals: readonly Signal[]): Defect[] {
  const urls = urlsOf(report);
  return signals.flatMap((signal) => {
    const found = worthSaying(signal, report);
    if (!found) return [];
    const { group } = suggestionRules[signal.code];
    const { code, unit, threshold } = signal;
    if (group === 'walk') {
      const { value, evidence } = found;
      const about = { key: '', subject: subjectOf(code, evidence), count: evidence.length };
      return [{ code, ...about, value, unit, threshold, evidence, also: [] }];
    }
    const keyOf = (each: SignalEvidence) =>
      group === 'same-words'
        ? plainWords(each.text)
        : (urls.get(each.refs.at(0) ?? '') ?? plainWords(each.text));
    return [...groupBy(found.evidence, keyOf)].map(([key, evidence]) => {
      const about = { key, subject: subjectOf(code, evidence), count: evidence.length };
      const value = unit === 'count' ? evidence.length : longestOf(evidence, found.value);
      return { code, ...about, value, unit, threshold, evidence, also: [] };
    });
  });
}

/** Measures of time stand in the evidence, or are its stretches. */
function longestOf(evidence: readonly SignalEvidence[], otherwise: number): number {
  const lengths = evidence.flatMap(({ at, to = at, ms = to - at }) => (ms > 0 ? [ms] : []));
  return lengths.length ? lengths.reduce((a, b) => Math.max(a, b)) : otherwise;
}

/** Words without what differs from one time to the next: numbers, codes, blanks. */
export function plainWords(text: string): string {
  return text
    .replace(/https?:\/\/\S+/g, (url) => addressOf(url))
    .replace(/[0-9a-f]{12,}/gi, '#')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

/** The address each row of the report is about. */
function urlsOf(report: SessionReport): Map<string, string> {
  const { actions, incidents, visits, requests, fields, sightings, guidePages } = report;
  return new Map(
    [...actions, ...incidents, ...visits, ...requests, ...fields, ...sightings, ...guidePages].map(
      ({ id, url }) => [id, plainWords(addressOf(url))],
    ),
  );
}
