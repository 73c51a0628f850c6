import { both, type Interval, union } from '../model/intervals.ts';
import type { Visit } from '../model/visit.ts';

export type TabStretch = Interval & { tab: number };

/** When the walker looked at which tab: from one `tab` or first `document` visit to the next. */
export function tabStretches(visits: readonly Visit[], from: number, to: number): TabStretch[] {
  const stretches: TabStretch[] = [];
  for (const visit of [...visits].sort((a, b) => a.at - b.at)) {
    const last = stretches.at(-1);
    if (last?.tab === visit.tab || (last && visit.kind !== 'tab')) continue;
    if (last) last.to = visit.at;
    stretches.push({ tab: visit.tab, from: last ? visit.at : from, to });
  }
  return stretches;
}

/** Cuts stretches of tabs to the time in which the walker looked at their tab; a walk without visits cuts nothing. */
export function createShownTime(visits: readonly Visit[]): (stretches: readonly TabStretch[]) => Interval[] {
  const all = tabStretches(visits, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  if (!all.length) return union;
  const shown = new Map(Array.from(byTab(all), ([tab, own]) => [tab, union(own)]));
  return (stretches) =>
    union(Array.from(byTab(stretches)).flatMap(([tab, own]) => both(union(own), shown.get(tab) ?? [])));
}

function byTab(stretches: readonly TabStretch[]): Map<number, TabStretch[]> {
  const tabs = new Map<number, TabStretch[]>();
  for (const stretch of stretches) {
    const known = tabs.get(stretch.tab);
    if (known) known.push(stretch);
    else tabs.set(stretch.tab, [stretch]);
  }
  return tabs;
}
