import { expect, it } from 'vitest';
import { holdScrolls, scrollsTold } from '../../../lib/replay/hold-scrolls.ts';
import type { ReplayEvent } from '../../../lib/replay/replay-event.ts';

const scroll = (timestamp: number, id: number, y: number): ReplayEvent => ({
  type: 3,
  timestamp,
  data: { source: 3, id, x: 0, y },
});

/** A place 100 high that is as long as its pictures make it. */
function placeIn(doc: EventTarget, scrollHeight: number) {
  const place = {
    nodeType: 1,
    isConnected: true,
    ownerDocument: doc,
    scrollHeight,
    clientHeight: 100,
    scrollTop: 0,
    scrollWidth: 100,
    clientWidth: 100,
    scrollLeft: 0,
    scrollTo({ top }: { top: number }) {
      place.scrollTop = Math.min(top, place.scrollHeight - 100);
    },
  };
  return place;
}

function stand() {
  const doc = Object.assign(new EventTarget(), { fonts: new EventTarget() });
  const place = placeIn(doc, 150);
  const mirror = { getNode: (id: number) => (id === 7 ? (place as unknown as Node) : null) };
  return { doc, place, mirror };
}

it('goes on where a place was too short once a picture has come, as far as was told last', () => {
  const { doc, place, mirror } = stand();
  const told = scrollsTold([scroll(1, 7, 900), scroll(2, 7, 300), scroll(9, 7, 0)]);
  place.scrollTo({ top: 300 });
  holdScrolls(told, 5, mirror);
  place.scrollHeight = 350;
  doc.dispatchEvent(new Event('load'));
  expect(place.scrollTop).toBe(250);
  place.scrollHeight = 900;
  doc.fonts.dispatchEvent(new Event('loadingdone'));
  expect(place.scrollTop).toBe(300);
  // There it is left alone.
  place.scrollTop = 20;
  doc.dispatchEvent(new Event('load'));
  expect(place.scrollTop).toBe(20);
});

it('leaves alone what does not stand at its end, and what was told anew since', () => {
  const { doc, place, mirror } = stand();
  const told = scrollsTold([scroll(1, 7, 300)]);
  place.scrollTop = 10;
  holdScrolls(told, 5, mirror);
  doc.dispatchEvent(new Event('load'));
  expect(place.scrollTop).toBe(10);
  place.scrollTop = 50;
  const holding = holdScrolls(told, 5, mirror);
  holding.release(7);
  place.scrollHeight = 900;
  doc.dispatchEvent(new Event('load'));
  expect(place.scrollTop).toBe(50);
});
