import type { SessionReport } from '../../model/report.ts';
import { verificationKinds } from '../../model/wait.ts';
import { findLastAt } from '../find-last-at.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf, groupBy } from './evidence-of.ts';
import { sightingsOf } from './incidents-of.ts';
import { isLoginPage, pageVisits } from './places.ts';
import { countedAtLogin } from './seen.ts';
import { createWithoutAway } from './without-away.ts';

/** A proof is told when it appears and when it is asked for; so near one another they are the same, ms. */
const sameWithin = 120_000;

/**
 * How often the walker had to prove who they are: password, SMS code, scan, face, real-name check. Captchas prove
 * something else and are counted apart. The same kind again in the same document within two minutes of walking after it
 * ended, or on the next login page, is the same proof tried again. A code to scan that came to nothing beside another way is none.
 *
 * Login pages tell the kinds of proofs and nothing else; a walk with one that did not, and no proof elsewhere, has no
 * value rather than none. Threshold 2: two-factor sign-in (a password and one more) is what NIST SP 800-63B asks at its
 * second level; that a third proof is one too many for an item is ours.
 */
export const authSteps = defineSignal({
  code: 'auth_steps',
  unit: 'count',
  threshold: 2,
  source: 'NIST SP 800-63B, level 2: two factors',
  measure: (report) =>
    countedAtLogin(
      report,
      proofsIn(report).map((proof) => evidenceOf(proof, { text: proof.text })),
    ),
});

function proofsIn(report: SessionReport) {
  const told = byTime([
    ...sightingsOf(report, 'auth-step').map((row) => ({ ...row, text: row.detail })),
    ...report.waits
      .filter((wait) => verificationKinds.has(wait.kind) && wait.detail !== 'before')
      .map((row) => ({ ...row, text: row.kind })),
  ]).filter((row) => row.text !== 'captcha' && !isBeside(report, row));
  const otherPages = groupBy(
    pageVisits(report).filter((visit) => !isLoginPage(visit)),
    (visit) => String(visit.tab),
  );
  const withoutAway = createWithoutAway(report);
  const last = new Map<string, (typeof told)[number] & { until: number }>();
  return told.filter((row) => {
    const key = `${row.tab}.${row.frame} ${row.text}`;
    const before = last.get(key);
    const until = 'to' in row ? row.to : row.at;
    last.set(key, { ...row, until: Math.max(until, before?.until ?? until) });
    if (!before) return true;
    if (before.stream === row.stream) return withoutAway(before.until, row.at - before.until) > sameWithin;
    const left = findLastAt(otherPages.get(String(row.tab)) ?? [], row.at, (visit) => visit.at);
    return left !== undefined && left.at > before.at;
  });
}

/** A code to scan, or a face to show, that came to nothing where the page asked for something else beside it or after it. */
function isBeside(
  report: SessionReport,
  { at, stream, text }: { at: number; stream?: string | undefined; text: string },
) {
  if (text !== 'scan' && text !== 'face') return false;
  const isOther = (row: { at: number; stream?: string | undefined; detail: string }) =>
    row.stream === stream && row.at >= at && (row.detail === 'password' || row.detail === 'sms');
  const own = report.waits.filter(
    (wait) => wait.kind === text && wait.stream === stream && wait.detail !== 'before',
  );
  return (
    own.length > 0 &&
    own.every(({ outcome }) => outcome === 'unknown') &&
    sightingsOf(report, 'auth-step').some(isOther)
  );
}
