import type { Checklist } from '../../lib/model/checklist.ts';
import type { GuideFinding } from '../../lib/model/guide-finding.ts';
import type { Hint } from '../../lib/model/hint.ts';
import type { Reduction } from '../../lib/model/reduction.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Signal } from '../../lib/model/signal.ts';
import type { Suggestion } from '../../lib/model/suggestion.ts';

/** What is made of a report's evidence when somebody looks at it. Pure; each may take a moment on a long walk. */
export type Assessors = {
  suggest(
    report: SessionReport,
    signals: readonly Signal[],
    checklists: readonly Checklist[],
  ): readonly Suggestion[];
  findGuideFindings(report: SessionReport): readonly GuideFinding[];
  computeReductions(report: SessionReport, earlier?: SessionReport): readonly Reduction[];
  /** 1 − promised / legal, by guide or catalogue; null where not both are declared. */
  compressionOf(report: SessionReport): { ratio: number; by: 'guide' | 'catalogue' } | null;
  findHints(report: SessionReport, earlier: readonly SessionReport[]): readonly Hint[];
};

/** Earlier walks of the same item that can be compared with; each rejects with a sentence. */
export type EarlierWalks = {
  list(): Promise<readonly { id: string; startedAt: number }[]>;
  read(id: string): Promise<SessionReport>;
};
