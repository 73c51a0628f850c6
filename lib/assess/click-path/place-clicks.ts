import type { Action } from '../../model/action.ts';
import type { ShotClicks, ShotRing } from '../../model/click-path.ts';
import type { Screenshot } from '../../model/screenshot.ts';
import type { Stream } from '../../model/stream.ts';
import type { Arrivals } from './find-arrivals.ts';
import { createMainFrameTest } from './frame-of.ts';
import { createPlaceFinder } from './in-places.ts';

type Point = { x: number; y: number };
type Numbered = { n: number; action: Action };
/** Where an action's frame begins in the tab's viewport when this screenshot was taken. */
type FindOffset = (action: Action, shot: Screenshot) => Point | undefined;

/**
 * Every screenshot with the clicks it shows the place of: those made in its tab until the next screenshot, on the
 * page it shows; clicks made on that page before its first screenshot go with that one.
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
  const offsetOf = createOffsetFinder(report.streams);
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
    if (action.kind !== 'click') return;
    const here = byPlace.get(find(action.tab, action.at) ?? action.tab);
    const shown = here?.findLast((each) => each.shot.at <= action.at) ?? here?.[0];
    if (shown) put({ n: index + 1, action }, shown, offsetOf);
  });
  return shots;
}

function createOffsetFinder(streams: readonly Stream[]): FindOffset {
  const tokens = new Map(streams.map(({ id, token }) => [id, token]));
  const inMainFrame = createMainFrameTest(streams);
  return (action, shot) => {
    if (inMainFrame(action)) return { x: 0, y: 0 };
    return action.offset ?? shot.frames?.find((frame) => frame.token === tokens.get(action.stream));
  };
}

function put(click: Numbered, { shot, rings, unplaced }: ShotClicks, offsetOf: FindOffset): void {
  const { action } = click;
  const offset = offsetOf(action, shot);
  if (!action.point) unplaced.push({ ...click, why: 'no-point' });
  else if (!offset) unplaced.push({ ...click, why: 'frame' });
  else {
    const place = { x: action.point.x + offset.x, y: action.point.y + offset.y };
    const ring = ringOf(click, place, shot);
    if (ring.x < 0 || ring.x > 1 || ring.y < 0 || ring.y > 1) unplaced.push({ ...click, why: 'outside' });
    else rings.push(ring);
  }
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
