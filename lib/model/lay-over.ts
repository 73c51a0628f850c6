import type { Rectification } from './rectification.ts';
import type { SessionReport } from './report.ts';

/**
 * A report as the liaison reads it: rectifications kept beside it, by pain point, laid over those in it. The report
 * itself stays what its walker handed on.
 */
export function layOver(report: SessionReport, kept: ReadonlyMap<string, Rectification>): SessionReport {
  if (kept.size === 0) return report;
  const painPoints = report.painPoints.map((point) => {
    const rectification = kept.get(point.id);
    return rectification ? { ...point, rectification } : point;
  });
  return { ...report, painPoints };
}
