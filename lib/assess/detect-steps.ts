import { passingBlanks } from '../model/passing-blanks.ts';
import { addressOf } from '../model/site-profile.ts';
import type { Stage } from '../model/stage.ts';
import type { Visit } from '../model/visit.ts';

/** A step before its times are known. */
export type DetectedStep = {
  from: number;
  to: number;
  stage: Stage;
  name: string;
  tab: number;
  url: string;
  identity: boolean;
  /** Given by the walker while walking. */
  named: boolean;
};

/** A name the walker gave while walking: to the step that was on (`renames`), or to a new one begun then. */
export type NamedStep = { at: number; name: string; renames: boolean };

/** A step shorter than this in which nothing was done is a redirect on the way, and joins the next. */
const passingMs = 1000;

/**
 * Steps from visits: a new one begins when the walker comes to a place of another kind: another stage rule, another
 * address, another wizard step, another tab. Visits in frames count only where a stage rule or a wizard names them, and
 * what happens in a tab that nobody looks at only from when the walker turns to it. An empty page on the way is no place.
 */
export function detectSteps(
  visits: readonly Visit[],
  walk: { from: number; to: number; actionTimes: readonly number[]; named?: readonly NamedStep[] },
): DetectedStep[] {
  const steps: (DetectedStep & { key: string })[] = [];
  const places = new Map<number, Visit>();
  let shown: number | undefined;
  const passing = passingBlanks(visits, walk.actionTimes);
  for (const visit of [...visits].sort((a, b) => a.at - b.at)) {
    if (passing.has(visit.id)) continue;
    if (visit.kind === 'tab') shown = visit.tab;
    const place = visit.kind === 'tab' ? places.get(visit.tab) : visit;
    if (!place) continue;
    if (visit.frame !== 0 && visit.kind !== 'wizard' && !visit.stage) continue;
    places.set(visit.tab, place);
    shown ??= visit.tab;
    if (visit.tab !== shown) continue;
    const key = keyOf(place);
    const last = steps.at(-1);
    if (last?.key === key) {
      if (!last.name) last.name = nameOf(place);
      continue;
    }
    if (last) last.to = visit.at;
    steps.push({
      key,
      from: last ? visit.at : Math.min(walk.from, visit.at),
      to: walk.to,
      tab: visit.tab,
      url: place.url,
      stage: place.stage ?? (place.kind === 'wizard' ? (last?.stage ?? 'apply') : 'other'),
      name: nameOf(place),
      identity: place.identity,
      named: false,
    });
  }
  const kept = joinPassing(steps, walk.actionTimes);
  return applyNames(kept, walk.named ?? [], walk.to).map(({ key: _key, ...step }) => step);
}

function keyOf(visit: Visit): string {
  if (visit.kind === 'wizard') return `${visit.tab}|${addressOf(visit.url)}|${visit.wizardStep ?? ''}`;
  if (visit.stage && visit.ruleName) return `${visit.tab}|${visit.stage}|${visit.ruleName}`;
  return `${visit.tab}|${addressOf(visit.url)}`;
}

function nameOf(visit: Visit): string {
  return visit.wizardStep || visit.ruleName || visit.title || lastPart(visit.url);
}

function lastPart(url: string): string {
  const address = addressOf(url).replace(/^https?:\/\//, '');
  return address.slice(0, 80) || '-';
}

type Keyed = DetectedStep & { key: string };

function joinPassing(steps: Keyed[], actionTimes: readonly number[]): Keyed[] {
  const kept: Keyed[] = [];
  let carry: number | undefined;
  steps.forEach((step, index) => {
    const from = carry ?? step.from;
    const acted = actionTimes.some((at) => at >= step.from && at < step.to);
    const last = index === steps.length - 1;
    if (!last && step.to - step.from < passingMs && !acted && !step.identity) {
      carry = from;
      return;
    }
    carry = undefined;
    const before = kept.at(-1);
    if (before && before.key === step.key && before.to === from) before.to = step.to;
    else kept.push({ ...step, from });
  });
  return kept;
}

function applyNames(steps: Keyed[], named: readonly NamedStep[], end: number): Keyed[] {
  const result = steps.map((step) => ({ ...step }));
  for (const name of [...named].sort((a, b) => a.at - b.at)) {
    const index = result.findLastIndex((step) => step.from <= name.at);
    const step = result[index];
    if (!step) continue;
    if (name.renames || name.at - step.from < 1) {
      Object.assign(step, { name: name.name, named: true });
    } else {
      result.splice(index + 1, 0, { ...step, from: name.at, to: step.to, name: name.name, named: true });
      step.to = name.at;
    }
  }
  const last = result.at(-1);
  if (last) last.to = Math.max(last.to, end);
  return result;
}
