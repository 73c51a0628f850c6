import { createSameTab } from '../../model/same-tab.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { hostOf, pageVisits } from './places.ts';
import { unseenPlaces } from './seen.ts';

/**
 * How often the page's host changed: from one main-frame document to the next in its tab, and from the page that was
 * looked at when a new tab was opened to its first.
 *
 * The browser tells of pages on every walk, login pages included. Threshold 2: to the unified login and back. The
 * checklists ask whether identity and business systems are joined (身份认证融合、业务系统对接); that each further
 * change of site is one too many is ours.
 */
export const domainHops = defineSignal({
  code: 'domain_hops',
  unit: 'count',
  threshold: 2,
  source: 'ours: to the unified login and back',
  measure(report) {
    const documents = pageVisits(report).filter((visit) => visit.kind === 'document' && hostOf(visit.url));
    if (!documents.length) return { value: null, unseen: unseenPlaces(report) ?? 'nothing-to-measure' };
    const sameTab = createSameTab(report);
    const hosts = new Map<number, string>();
    let before = '';
    const turned = report.visits.filter((visit) => visit.kind === 'tab');
    const hops = byTime([...documents, ...turned]).flatMap((visit) => {
      const tab = sameTab(visit.tab);
      if (visit.kind === 'tab') {
        // A new tab is often turned to before its first page comes.
        before = hosts.get(tab) ?? before;
        return [];
      }
      const from = hosts.get(tab) ?? before;
      const to = hostOf(visit.url);
      hosts.set(tab, to);
      before = to;
      return from && from !== to ? [evidenceOf(visit, { text: `${from} → ${to}` })] : [];
    });
    return { value: hops.length, evidence: hops };
  },
});
