import type { Action } from '../../model/action.ts';
import type { ShotClicks, ShotRing } from '../../model/click-path.ts';
import type { Screenshot } from '../../model/screenshot.ts';
import { isSeenWithin, shiftInBoxes } from '../../model/scroll-box.ts';
import type { Stream } from '../../model/stream.ts';
import type { Arrivals } from './find-arrivals.ts';
import { createMainFrameTest } from './frame-of.ts';
import { createPlaceFinder } from './in-places.ts';

type Point = { x: number; y: number };
type Numbered = { n: number; action: Action };
/** Where a click's point is in the viewport that this screenshot shows, CSS pixels, or why nobody knows. */
type FindPlace = (action: Action, point: Point, shot: Screenshot) => Point | 'frame' | 'box';

/** A label's click and its box's change arrive in one turn; the same by hand takes longer, ms. */
const sameTurn = 300;
const isTickOf = (before: Action | undefined, { stream, at, label }: Action) =>
  before?.kind === 'click' &&
  before.stream === stream &&
  at - before.at < sameTurn &&
  (before.label === label || /^(?:label|span|div|i)$/.test(before.role));

/**
 * Every screenshot with the clicks it shows the place of: those made in its tab until the next screenshot, on the
 * page it shows; clicks made on that page before its first screenshot go with that one. A click on a part of the page
 * that was scrolled out of that picture goes with the nearest one that shows it.
 */
export function placeClicks(
  report: {
    screenshots: readonly Screenshot[];
    actions: readonly Action[];
    streams: readonly Stream[];
  },
  { arrivals }: Pick<Arrivals, 'arrivals'>,
): ShotClicks[] {
  const find = createPlaceFinder(arrivals);
  const placeOf = createPointFinder(report.streams);
  const shots = report.screenshots
    .map((shot): ShotClicks => ({ shot, rings: [], unplaced: [] }))
    .sort((a, b) => a.shot.at - b.shot.at);
  const byPlace = new Map<unknown, ShotClicks[]>();
  for (const each of shots) {
    const place = find(each.shot.tab, each.shot.at) ?? each.shot.tab;
    const of = byPlace.get(place);
    if (of) of.push(each);
    else byPlace.set(place, [each]);
  }
  report.actions.forEach((action, index) => {
    if (action.kind !== 'click' && action.kind !== 'check') return;
    // The click on its label shows where that was.
    if (action.kind === 'check' && isTickOf(report.actions[index - 1], action)) return;
    const here = byPlace.get(find(action.tab, action.at) ?? action.tab);
    if (!here?.length) return;
    const click = { n: index + 1, action };
    const next = here.findIndex((each) => each.shot.at > action.at);
    const before = next < 0 ? here.length : next;
    // From the last one before it: backwards, as from then on it may look different.
    const nearest = [...here.slice(0, before).reverse(), ...here.slice(before)];
    const tried = nearest.map((on) => ({ on, put: tryOn(click, on.shot, placeOf) }));
    const best = tried.find(({ put }) => isRing(put)) ?? tried[0];
    if (!best) return;
    if (isRing(best.put)) best.on.rings.push(best.put);
    else best.on.unplaced.push(best.put);
  });
  return shots;
}

/**
 * The frame's place in the picture, found by its stream's token or its place below the main frame; in pictures that do
 * not tell how far they were scrolled, else, where the frame stood at the click. What scrolls along, with its document or
 * with a box in it, is as much further up as the picture was scrolled further down.
 */
function createPointFinder(streams: readonly Stream[]): FindPlace {
  const tokens = new Map(streams.map(({ id, token }) => [id, token]));
  const inMainFrame = createMainFrameTest(streams);
  return (action, point, shot) => {
    if (inMainFrame(action)) return moved(point, topLeft, action, shot);
    const token = tokens.get(action.stream);
    const path = action.framePath?.join();
    const frame =
      shot.frames?.find((each) => each.token === token) ??
      shot.frames?.find((each) => path !== undefined && each.path?.join() === path);
    if (!frame) return !shot.scroll && action.offset ? moved(point, action.offset, action, {}) : 'frame';
    const inside = moved(point, topLeft, action, frame);
    if (typeof inside === 'string') return inside;
    const { x, y } = inside;
    const { width = Infinity, height = Infinity, scale = { x: 1, y: 1 } } = frame;
    // Scrolled out of its frame.
    if (x < 0 || y < 0 || x > width || y > height) return outside;
    return { x: x * scale.x + frame.x, y: y * scale.y + frame.y };
  };
}

const topLeft: Point = { x: 0, y: 0 };
const outside: Point = { x: -1, y: -1 };

function moved(
  point: Point,
  from: Point,
  { scroll, pinned, boxes }: Action,
  then: Pick<Screenshot, 'scroll' | 'boxes'>,
): Point | 'box' {
  const inBoxes = shiftInBoxes(boxes, then.boxes);
  if (!inBoxes) return 'box';
  const scrolled = then.scroll;
  const still = pinned || !scroll || !scrolled;
  const x = point.x + inBoxes.by.x + (still ? 0 : scroll.x - scrolled.x);
  const y = point.y + inBoxes.by.y + (still ? 0 : scroll.y - scrolled.y);
  return isSeenWithin({ x, y }, inBoxes.within) ? { x: from.x + x, y: from.y + y } : outside;
}

type Unplaced = ShotClicks['unplaced'][number];
const isRing = (put: ShotRing | Unplaced): put is ShotRing => 'x' in put;

/** A page in a window of another width puts its parts elsewhere; so few CSS pixels move nothing out of its ring. */
const sameWidth = 8;
const isLaidOutAnew = ({ view }: Action, shot: Screenshot) =>
  view !== undefined && shot.view !== undefined && Math.abs(view.width - shot.view.width) > sameWidth;

function tryOn(click: Numbered, shot: Screenshot, placeOf: FindPlace): ShotRing | Unplaced {
  const { action } = click;
  if (!action.point) return { ...click, why: 'no-point' };
  if (isLaidOutAnew(action, shot)) return { ...click, why: 'resized' };
  const place = placeOf(action, action.point, shot);
  if (typeof place === 'string') return { ...click, why: place };
  const ring = ringOf(click, place, shot);
  const isInside = ring.x >= 0 && ring.x <= 1 && ring.y >= 0 && ring.y <= 1;
  return isInside ? ring : { ...click, why: 'outside' };
}

function ringOf({ n, action }: Numbered, place: Point, shot: Screenshot): ShotRing {
  const view = shot.view ?? action.view;
  const scale = view ? shot.width / view.width : 1;
  return {
    n,
    action,
    x: (place.x * scale) / shot.width,
    y: (place.y * scale) / shot.height,
    assumed: view === undefined,
  };
}
