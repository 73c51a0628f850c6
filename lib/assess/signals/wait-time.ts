import { awayIn } from '../../model/away.ts';
import { type Interval, lengthOf, union, without } from '../../model/intervals.ts';
import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { waitedMsOf } from '../../model/visit.ts';
import { verificationKinds } from '../../model/wait.ts';
import { findLastAt } from '../find-last-at.ts';
import { findPolled } from '../find-polled.ts';
import { createShownTime } from '../tab-stretches.ts';
import { createHeldUntil, createProofs } from '../waiting-stretches.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { hasHiddenLogin, unseenRequests } from './seen.ts';

/** Waits worth looking at: 1 s is the limit up to which a train of thought stays whole (Nielsen 1993). */
const noticed = 1000;
/** Rows that one piece of evidence names at most. */
const mostRows = 50;
const waitedFor = new Set(['main_frame', 'sub_frame', 'xmlhttprequest']);

/**
 * How long the walker was kept waiting over all steps: page loads and requests of the tab looked at, human verification.
 *
 * Observed wherever there are steps; the browser tells of loads and requests on login pages too, their recorder of
 * proofs. Threshold 60 s, ours: there is no authority for a whole walk;
 * it is six times the 10 s after which attention goes elsewhere (Nielsen, Response Times, 1993), a minute in all.
 */
export const waitTime = defineSignal({
  code: 'wait_time',
  unit: 'ms',
  threshold: 60_000,
  source: 'ours: six times the 10 s limit of attention (Nielsen 1993)',
  measure(report) {
    const { steps } = report;
    if (!steps.length) return { value: null, unseen: 'nothing-to-measure' };
    const value = steps.reduce((sum, step) => sum + step.times.waiting, 0);
    return {
      value,
      evidence: longWaits(report),
      unseen: hasHiddenLogin(report) ? 'identity-host' : unseenRequests(report),
    };
  },
});

/** A row that kept the walker waiting, and when it did. */
type Waited = { evidence: SignalEvidence; own: readonly Interval[] };

/** The waits of a second and more without the time nobody walked; those that were one (a page and its request) once. */
function longWaits(report: SessionReport): SignalEvidence[] {
  const { session, gaps, visits, requests, actions, createdAt } = report;
  const away = awayIn(session.pauses, gaps, session.endedAt ?? createdAt);
  const shown = createShownTime(visits);
  const heldUntil = createHeldUntil(actions);
  const proofOf = createProofs(actions, visits);
  const polled = findPolled(report);
  const inTab = (tab: number, from: number, to: number) =>
    to - from < noticed ? [] : without(shown([{ tab, from, to }]), away);
  const waited: Waited[] = [
    ...visits.map((visit) => ({
      evidence: evidenceOf(visit, { text: visit.title }),
      own: inTab(visit.tab, visit.at, visit.at + waitedMsOf(visit)),
    })),
    ...requests
      .filter(({ id, type }) => waitedFor.has(type) && !polled.has(id))
      .map((request) => ({
        evidence: evidenceOf(request, { text: request.url }),
        own: inTab(request.tab, request.at, request.at + request.duration),
      })),
    ...report.waits.map((wait) => {
      const proof = proofOf(wait);
      const isProof = verificationKinds.has(wait.kind);
      return {
        evidence: evidenceOf(wait, { text: wait.detail || wait.kind }),
        own: isProof ? without(union(proof ? [proof] : []), away) : inTab(wait.tab, wait.at, heldUntil(wait)),
      };
    }),
  ];
  return joined(waited.filter(({ own }) => lengthOf(own) >= noticed));
}

/** One piece of evidence for waits that overlap; the longest says what it was. */
function joined(waits: readonly Waited[]): SignalEvidence[] {
  const all = union(waits.map(({ own }) => ({ from: startOf(own), to: endOf(own) })));
  const groups = new Map<Interval, Waited[]>(all.map((span) => [span, []]));
  for (const wait of waits) {
    const span = findLastAt(all, startOf(wait.own), ({ from }) => from);
    if (span) groups.get(span)?.push(wait);
  }
  return [...groups].flatMap(([{ from, to }, group]) => {
    const [first, ...others] = [...group].sort((a, b) => lengthOf(b.own) - lengthOf(a.own));
    if (!first) return [];
    const refs = [first, ...others].flatMap(({ evidence }) => evidence.refs);
    const ms = lengthOf(union(group.flatMap(({ own }) => own)));
    return [{ ...first.evidence, at: from, to, ms, refs: refs.slice(0, mostRows) }];
  });
}

const startOf = (own: readonly Interval[]) => own[0]?.from ?? 0;
const endOf = (own: readonly Interval[]) => own.at(-1)?.to ?? 0;
