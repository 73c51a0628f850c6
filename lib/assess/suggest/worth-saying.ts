import type { SessionReport } from '../../model/report.ts';
import type { Signal, SignalCode, SignalEvidence } from '../../model/signal.ts';

type Said = { value: number; evidence: readonly SignalEvidence[] };

/** A single wait of this length loses the walker's attention, ms (Nielsen, Response Times, 1993). */
const attentionMs = 10_000;
/**
 * How far beyond its limit a count of the whole walk must be. Their limits are ours and rough, and one slip of the walker
 * must not look like a fault of the portal.
 */
const wellBeyond = 1.5;
const rough: ReadonlySet<SignalCode> = new Set([
  'step_count',
  'page_count',
  'click_count',
  'entry_depth',
  'backtrack',
  'tab_window_count',
  'domain_hops',
  'redirect_count',
  'detour',
  'field_count',
  'active_time',
  'first_use_to_submit',
  'step_duration',
]);
/** One refusal is the walker's slip, the second is worth a look. */
const refusals = 2;
/** Two redirects are a login's way back; a way through more old addresses is felt. */
const longChain = 3;

/**
 * Signals with a limit on the whole walk of which a part is a defect by itself: a code that was refused, a search that
 * found nothing, a form to be fetched and filled in elsewhere, a queue, a chain of redirects.
 */
const parts: Partial<Record<SignalCode, (signal: Signal, report: SessionReport) => Said | undefined>> = {
  captcha_count: ({ parts: { failed = 0 } = {}, evidence }) =>
    some(
      evidence.filter(({ text }) => text.endsWith(' failed')),
      failed,
    ),
  search_attempts({ evidence }, { sightings }) {
    const empty = new Set(sightings.filter(({ count }) => count === 0).map(({ id }) => id));
    return some(evidence.filter(({ refs }) => refs.some((ref) => empty.has(ref))));
  },
  material_count({ parts: { downloads = 0 } = {}, evidence }, { sightings }) {
    const fetched = new Set(sightings.filter(({ kind }) => kind === 'download').map(({ id }) => id));
    return some(
      evidence.filter(({ refs }) => refs.some((ref) => fetched.has(ref))),
      downloads,
    );
  },
  wait_time({ evidence, value }, { waits }) {
    const queues = new Set(waits.filter(({ kind }) => kind === 'queue').map(({ id }) => id));
    const long = evidence.filter(
      ({ at, to = at, ms = to - at, refs }) => ms >= attentionMs || refs.some((ref) => queues.has(ref)),
    );
    // What else the page kept the walker waiting for belongs to the same suggestion.
    return long.length ? { value: value ?? 0, evidence } : undefined;
  },
  validation_error: ({ evidence }) => (evidence.length >= refusals ? some(evidence) : undefined),
  detour({ evidence }, { visits }) {
    const deadEnds = evidence.filter(({ refs, tab }) => {
      const at = visits.findIndex(({ id }) => refs.includes(id));
      const next = visits
        .slice(at + 1)
        .find((visit) => visit.tab === tab && visit.frame === 0 && visit.kind !== 'tab');
      return next?.back === true;
    });
    return some(deadEnds);
  },
  redirect_count({ evidence }, { visits }) {
    const chains = visits.filter(({ redirects }) => redirects >= longChain);
    const ids = new Set(chains.map(({ id }) => id));
    return some(evidence.filter(({ refs }) => refs.some((ref) => ids.has(ref))));
  },
};

const some = (evidence: readonly SignalEvidence[], value = evidence.length): Said | undefined =>
  evidence.length && value > 0 ? { value, evidence } : undefined;

/** What of a signal is worth a suggestion: all of it beyond its limit, or a part that is a defect by itself. */
export function worthSaying(signal: Signal, report: SessionReport): Said | undefined {
  if (signal.value === null) return undefined;
  const { value, threshold, over } = signal;
  if (over && (!rough.has(signal.code) || value >= (threshold ?? 0) * wellBeyond))
    return { value, evidence: signal.evidence };
  return parts[signal.code]?.(signal, report);
}
