import type { CameBy } from '../../model/click-path.ts';
import { passingBlanks } from '../../model/passing-blanks.ts';
import { type Going, readGoings } from '../../model/read-goings.ts';
import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import type { Visit } from '../../model/visit.ts';
import { createCursor } from './cursor.ts';
import { walkedIn } from './since-start.ts';

/** One coming to a place in a tab, and how long the walker looked at it until the tab's next arrival. */
export type Arrival = {
  /** Key of the place. */
  node: string;
  tab: number;
  at: number;
  by: CameBy;
  title: string;
  address: string;
  wizardStep: string;
  identity: boolean;
  loadMs: number | undefined;
  /** Walking time the place was looked at, ms; 0 while another tab was. */
  ms: number;
};
/** A change of the tab looked at; both arrivals go on. */
export type TabSwitch = { at: number; from: Arrival; to: Arrival; opened: boolean };
export type Arrivals = {
  arrivals: Arrival[];
  switches: TabSwitch[];
  first: Arrival | undefined;
  last: Arrival | undefined;
};

type Evidence = Pick<SessionReport, 'session' | 'visits' | 'actions' | 'gaps' | 'createdAt'>;

/**
 * Visits made into arrivals at places. What a page does to its own address or wizard before the walker has done
 * anything there belongs to the arrival that is on; visits of frames count where a stage rule or a wizard names them.
 */
export function findArrivals(evidence: Evidence): Arrivals {
  const { session, visits, actions, createdAt } = evidence;
  const walked = walkedIn(evidence);
  const acted = createCursor(actions);
  const passing = passingBlanks(
    visits,
    actions.map(({ at }) => at),
  );
  const goings = readGoings(visits);
  const arrivals: Arrival[] = [];
  const switches: TabSwitch[] = [];
  const here = new Map<number, Arrival>();
  const main = new Map<number, string>();
  const shown = new Set<number>();
  let seen: Arrival | undefined;
  let wanted: number | undefined;
  let since = session.startedAt;
  const look = (at: number, next: Arrival) => {
    if (seen) seen.ms += walked(since, at);
    if (seen && seen.tab !== next.tab) {
      switches.push({ at, from: seen, to: next, opened: !shown.has(next.tab) });
    }
    shown.add(next.tab);
    since = seen ? at : since;
    seen = next;
  };
  for (const visit of [...visits].sort((a, b) => a.at - b.at)) {
    if (visit.kind === 'tab') {
      wanted = visit.tab;
      const place = here.get(visit.tab);
      if (place && place !== seen) look(visit.at, place);
      continue;
    }
    if (passing.has(visit.id) || (visit.frame !== 0 && visit.kind !== 'wizard' && !visit.stage)) continue;
    if (visit.frame === 0) main.set(visit.tab, addressOf(visit.url));
    const before = here.get(visit.tab);
    const idle = before !== undefined && !acted.anyIn(visit.tab, before.at, visit.at);
    const by = before ? byOf(visit, goings) : arrivals.length === 0 ? 'start' : 'opened';
    const arrival = arrivalOf(visit, main.get(visit.tab), before, by);
    if (before && idle && belongsTo(before, visit, arrival)) {
      Object.assign(before, nameOf(before, arrival));
      continue;
    }
    arrivals.push(arrival);
    here.set(visit.tab, arrival);
    wanted ??= visit.tab;
    if (wanted === visit.tab) look(visit.at, arrival);
  }
  if (seen) seen.ms += walked(since, session.endedAt ?? createdAt);
  return { arrivals, switches, first: arrivals[0], last: seen };
}

function arrivalOf(
  visit: Visit,
  mainAddress: string | undefined,
  before: Arrival | undefined,
  by: CameBy,
): Arrival {
  const { tab, at, identity } = visit;
  // A wizard in a frame is a part of the page around it.
  const whole = visit.kind === 'wizard' ? (mainAddress ?? addressOf(visit.url)) : addressOf(visit.url);
  const address = identity ? originOf(whole) : whole;
  const wizardStep = visit.kind === 'wizard' ? (visit.wizardStep ?? '') : '';
  const title = visit.title || visit.ruleName || (before?.address === address ? before.title : '');
  return {
    node: keyOf(tab, address, wizardStep),
    tab,
    at,
    by,
    title: identity ? '' : title,
    address,
    wizardStep,
    identity,
    loadMs: visit.loadMs,
    ms: 0,
  };
}

const keyOf = (tab: number, address: string, wizardStep: string) => `${tab}|${address}|${wizardStep}`;
const originOf = (url: string) => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(url)?.[0] ?? url;

function byOf(visit: Visit, goings: ReadonlyMap<string, Going>): CameBy {
  if (visit.back) {
    const going = goings.get(visit.id);
    return going === 'back' || going === 'forward' ? going : 'history';
  }
  if (visit.transition === 'reload') return 'reload';
  if (visit.kind === 'wizard') return 'wizard';
  if (visit.kind === 'route') return 'route';
  return /^(typed|generated|keyword|auto_bookmark)$/.test(visit.transition ?? '') ? 'address' : 'link';
}

/** A new document is always an arrival, unless it passes through an identity host that is one closed place. */
function belongsTo(before: Arrival, visit: Visit, arrival: Arrival): boolean {
  // A page's frames load after it and are a part of it.
  if (visit.frame !== 0 && visit.kind === 'document') return !before.identity && before.wizardStep === '';
  if (before.identity && arrival.identity) return before.address === arrival.address;
  if (before.identity || arrival.identity || visit.back) return false;
  if (visit.kind === 'wizard') return before.wizardStep === '' || before.node === arrival.node;
  return visit.kind === 'route' && visit.frame === 0 && before.address === arrival.address;
}

function nameOf(before: Arrival, arrival: Arrival): Partial<Arrival> {
  const wizardStep = arrival.wizardStep || before.wizardStep;
  const address = arrival.address;
  return {
    wizardStep,
    address,
    node: keyOf(before.tab, address, wizardStep),
    title: arrival.title || before.title,
  };
}
