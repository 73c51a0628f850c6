import type { GuideFinding } from '../../model/guide-finding.ts';
import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { findGuideFindings } from '../guide/find-guide-findings.ts';
import type { Measured } from './define-signal.ts';
import { unseenPart, unseenTexts } from './seen.ts';

/**
 * Counts what is certain of the findings of some kinds; null where no guide page was read, as on walks that keep
 * figures only and in reports from before guides were read.
 */
export function countFindings(report: SessionReport, ...kinds: GuideFinding['kind'][]): Measured {
  const unseen = unseenTexts(report);
  if (unseen) return { value: null, unseen };
  if (!report.guidePages.length) return { value: null, unseen: 'nothing-to-measure' };
  const found = findGuideFindings(report).filter(({ kind, sure }) => sure && kinds.includes(kind));
  return { value: found.length, evidence: found.map(evidenceOfFinding), unseen: unseenPart(report) };
}

function evidenceOfFinding({ label, declared, observed, at, tab, refs }: GuideFinding): SignalEvidence {
  const text = [`${label}${declared ? `：${declared}` : ''}`, observed].filter(Boolean).join(' → ');
  return { at, tab, refs, text: text.slice(0, 200) };
}
