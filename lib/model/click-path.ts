import type { Action } from './action.ts';
import type { Incident } from './incident.ts';
import type { PainPoint } from './pain-point.ts';
import type { Moment } from './primitives.ts';
import type { Screenshot } from './screenshot.ts';
import type { Step } from './step.ts';

/**
 * 点击路径: what the walker did in order, as a list, as a picture and on the screenshots. Derived from a report, never
 * stored, hence types alone. All lengths of time are milliseconds of walking: pauses are not counted.
 */
export type ClickPath = {
  /** Time between start and end that does not count, ms. */
  pausedMs: number;
  groups: PathGroup[];
  flow: Flow;
  shots: ShotClicks[];
};

/** How the walker came to a place; `history`: by the browser's back or forward, and nobody knows by which. */
export type CameBy =
  | 'start'
  | 'opened'
  | 'link'
  | 'route'
  | 'wizard'
  | 'back'
  | 'forward'
  | 'history'
  | 'reload'
  | 'address'
  | 'tab';

export type PathEntry = {
  key: string;
  at: Moment;
  /** Walking time since the start. */
  since: number;
  /** The moment to show for it. */
  seekTo: Moment;
  /** Something hurt or failed here: what the filter keeps. */
  problem: boolean;
} & (
  | {
      what: 'action';
      /** Its number in the walk; of a run, the first one's. */
      n: number;
      /** One action; clicks repeated on the same thing; or a click and what it was for. */
      run: Action[];
      inFrame: boolean;
      /** Walking time since the action before it. */
      after: number | undefined;
      reaction: Reaction;
    }
  | { what: 'place'; by: CameBy; node: string; again: boolean; loadMs: number | undefined }
  | { what: 'incident'; incident: Incident }
  | { what: 'pain-point'; painPoint: PainPoint }
  | { what: 'pause'; ms: number; reason: string }
);

/** What the page did after a click: the longest wait of a run, and how many of it nothing answered. */
export type Reaction = { waitedMs: number | undefined; unanswered: number };

/** A step and what happened in it; without a step, what lies outside all of them. */
export type PathGroup = { step: Step | undefined; entries: PathEntry[] };

/** A place in a tab: redacted address without query, and wizard step. */
export type FlowNode = {
  key: string;
  /** Place in the order of first arrival, from 0. */
  order: number;
  /** Which of `Flow.lanes` it is in. */
  lane: number;
  title: string;
  address: string;
  wizardStep: string;
  /** Unified login and the like: times only. */
  identity: boolean;
  arrivals: number;
  totalMs: number;
  medianMs: number;
  /** Arrivals at the place from itself: reloads and the like. */
  stayed: number;
  actions: number;
  incidents: number;
  painPoints: number;
  firstAt: Moment;
  /** The walk, or a tab, began or ended here. */
  entry: 'walk' | 'tab' | undefined;
  exit: 'walk' | 'tab' | undefined;
  /** On no shortest way from one place where something was filled in to the next, and nothing was filled in here. */
  detour: boolean;
};

/** All transitions from one place to another. */
export type FlowEdge = {
  from: string;
  to: string;
  /** `return`: to a place met earlier in this tab; `switch`: to another tab, which takes no time of its own. */
  kind: 'forward' | 'return' | 'switch' | 'self';
  count: number;
  /** Of which by the browser's back or forward button. */
  byButton: number;
  /** Stay at `from` before leaving this way. */
  totalMs: number;
  medianMs: number;
  firstAt: Moment;
  /** Leads to or from a detour. */
  detour: boolean;
};

export type Flow = {
  /** The walk's tabs and windows in order of first arrival. */
  lanes: { tab: number; label: number; arrivals: number }[];
  nodes: FlowNode[];
  edges: FlowEdge[];
  /** Sum over all stays; all walking time from the first arrival on. */
  totalMs: number;
};

/** A screenshot and the clicks made while the tab showed that page, until its next screenshot. */
export type ShotClicks = {
  shot: Screenshot;
  rings: ShotRing[];
  /** Clicks whose place in the picture is unknown. */
  unplaced: { n: number; action: Action; why: 'frame' | 'box' | 'outside' | 'no-point' | 'resized' }[];
};

/** Where a click hit the picture, as shares of its width and height (0 to 1). */
export type ShotRing = {
  n: number;
  action: Action;
  x: number;
  y: number;
  /** The viewport's size was not recorded: drawn as if one CSS pixel were one pixel of the picture. */
  assumed: boolean;
};
