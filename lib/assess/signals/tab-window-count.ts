import { createSameTab } from '../../model/same-tab.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { countedEverywhere } from './seen.ts';

/**
 * Tabs and windows that were opened on the way, the first one apart. A tab in which a walk goes on after the browser
 * was closed is the old one, and so is one that the browser gave another number.
 *
 * The browser tells of tabs on every walk. Threshold 2, ours: a sample form and a receipt may stand beside the way;
 * that new windows disorient is common ground (WCAG 2.2, success criterion 3.2.5, technique G201).
 */
export const tabWindowCount = defineSignal({
  code: 'tab_window_count',
  unit: 'count',
  threshold: 2,
  source: 'ours, after WCAG 2.2 technique G201',
  measure(report) {
    const wentOn = new Set(report.gaps.filter((gap) => gap.why === 'browser-closed').map((gap) => gap.to));
    const sameTab = createSameTab(report);
    const known = new Set<number>();
    const opened = byTime(report.visits).filter((visit) => {
      const tab = sameTab(visit.tab);
      if (known.has(tab)) return false;
      const first = known.size === 0;
      known.add(tab);
      return !first && !wentOn.has(visit.at);
    });
    // A tab's first row is often the change to it, which has no address.
    const addressed = new Map(
      byTime(report.visits)
        .filter((visit) => visit.url)
        .reverse()
        .map((each) => [each.tab, each]),
    );
    const evidence = opened.map((visit) =>
      evidenceOf(visit, { text: visit.url || (addressed.get(visit.tab)?.url ?? '') }),
    );
    return countedEverywhere(report, evidence);
  },
});
