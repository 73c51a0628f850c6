import type { Gap } from '../../model/gap.ts';
import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence, UnseenReason } from '../../model/signal.ts';
import type { Measured } from './define-signal.ts';
import { hostOf } from './places.ts';

/** Gaps in which a page was open and no recorder ran in it. */
const blind: ReadonlySet<Gap['why']> = new Set([
  'not-granted',
  'no-script-here',
  'recorder-stopped',
  'lost-batch',
  'tab-crashed',
  'frame-crashed',
  'extension-updated',
  'not-stored',
  'outside-walk',
]);

/**
 * What the browser itself tells the background (pages, requests, tabs) is seen on every walk, in every mode and on
 * login pages too; only a walk that came nowhere has none of it.
 */
export function unseenPlaces(report: SessionReport): UnseenReason | undefined {
  return report.visits.length ? undefined : 'nothing-to-measure';
}

/**
 * What a recorder in the page tells without texts: actions and incidents, also on walks that keep figures only. Any row
 * of a page shows that one ran; login pages, which are not looked into, tell kinds of proofs alone.
 */
export function unseenActions(report: SessionReport): UnseenReason | undefined {
  const { streams, actions, fields, pageTimings, visits } = report;
  if (streams.length + actions.length + fields.length + pageTimings.length > 0) return undefined;
  return visits.length && visits.every((visit) => visit.identity) ? 'identity-host' : 'no-recorder';
}

/** What needs the page's own words. */
export function unseenTexts(report: SessionReport): UnseenReason | undefined {
  return report.session.privacy === 'metrics' ? 'metrics-only' : unseenActions(report);
}

/**
 * Fields, waits and sightings. A recorder that watches for them also tells every page's timing, so a walk with
 * recorded pages and none of the four was made before there were such watchers.
 */
export function unseenForms(report: SessionReport): UnseenReason | undefined {
  const { fields, waits, sightings, pageTimings } = report;
  const watched = fields.length + waits.length + sightings.length + pageTimings.length > 0;
  return unseenTexts(report) ?? (watched ? undefined : 'old-report');
}

/** Why a part of the walk was not seen into; undefined when all of it was. */
export function unseenPart(report: SessionReport): UnseenReason | undefined {
  if (report.visits.some((visit) => visit.identity)) return 'identity-host';
  return report.gaps.some((gap) => blind.has(gap.why)) ? 'no-recorder' : undefined;
}

/** What the browser tells, it does not while the right to read pages is withdrawn; login pages hide nothing of it. */
export function unseenByBrowser(report: SessionReport): UnseenReason | undefined {
  return report.gaps.some((gap) => gap.why === 'not-granted') ? 'no-recorder' : undefined;
}

/** The same of requests: of what a site's worker asked for it may not be known for which page. */
export function unseenRequests(report: SessionReport): UnseenReason | undefined {
  const isUnseen = report.gaps.some((gap) => gap.why === 'requests-unseen');
  return unseenByBrowser(report) ?? (isUnseen ? 'no-recorder' : undefined);
}

/**
 * A count of things. Nothing seen is 0 only where it could have been seen: otherwise null. A walk that keeps figures
 * only never counts what needs words, because what little it holds says nothing about the rest.
 */
export function counted(
  report: SessionReport,
  evidence: readonly SignalEvidence[],
  unseen: UnseenReason | undefined,
  value = evidence.length,
): Measured {
  if (unseen && (value === 0 || unseen === 'metrics-only')) return { value: null, unseen };
  return { value, evidence, unseen: unseen ?? unseenPart(report) };
}

/** Like `counted`, for what the browser itself tells of, on login pages too. */
export function countedEverywhere(
  report: SessionReport,
  evidence: readonly SignalEvidence[],
  partly = unseenByBrowser(report),
): Measured {
  const unseen = unseenPlaces(report);
  return unseen ? { value: null, unseen } : { value: evidence.length, evidence, unseen: partly };
}

/**
 * Like `counted`, for the proofs asked for on login pages. Recorders tell those by kind alone; where none did so on a
 * login page, nothing seen elsewhere is null.
 */
export function countedAtLogin(
  report: SessionReport,
  evidence: readonly SignalEvidence[],
  value = evidence.length,
): Measured {
  const hidden = hasHiddenLogin(report) ? ('identity-host' as const) : undefined;
  const unseen = unseenForms(report) ?? hidden;
  if (unseen && (value === 0 || unseen === 'metrics-only')) return { value: null, unseen };
  const part = unseenPart(report);
  return { value, evidence, unseen: unseen ?? (part === 'identity-host' ? undefined : part) };
}

/** True when the walk came to a login page of which not even the kinds of proofs were told. */
export function hasHiddenLogin(report: SessionReport): boolean {
  const told = new Set(
    report.sightings
      .filter(({ kind }) => kind === 'login-form' || kind === 'auth-step')
      .map((sighting) => hostOf(sighting.url)),
  );
  return report.visits.some((visit) => visit.identity && !told.has(hostOf(visit.url)));
}
