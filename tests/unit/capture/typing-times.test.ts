import { expect, test } from 'vitest';
import { createTypingTimes } from '../../../lib/capture/typing-times.ts';

const place = {} as Element;
const typedAt = (...seconds: number[]) => {
  const typing = createTypingTimes();
  for (const at of seconds) typing.keyIn(place, at * 1000);
  return typing.take(place);
};
const stretch = (from: number, to: number) => ({ from: from * 1000, to: to * 1000 });

test('keys that follow each other are one stretch, from the first to the last', () => {
  const everySecond = Array.from({ length: 61 }, (_, n) => n);
  expect(typedAt(...everySecond)).toEqual({ at: 0, spans: [stretch(0, 60)] });
});

test('keys twenty seconds apart are two stretches, five seconds apart one', () => {
  expect(typedAt(1, 21)).toEqual({ at: 1000, spans: [stretch(1, 1), stretch(21, 21)] });
  expect(typedAt(1, 6)).toEqual({ at: 1000, spans: [stretch(1, 6)] });
});

test('one key is one moment', () => {
  expect(typedAt(3)).toEqual({ at: 3000 });
});

test('is told once, and not at all where no key came', () => {
  const typing = createTypingTimes();
  expect(typing.take(place)).toBeUndefined();
  typing.keyIn(place, 5);
  expect(typing.places()).toEqual([place]);
  typing.take(place);
  expect([typing.take(place), typing.places()]).toEqual([undefined, []]);
});

test('beyond twenty stretches those with the shortest pause between them become one', () => {
  const starts = Array.from({ length: 21 }, (_, n) => n * 20 - (n > 7 ? 8 : 0));
  const spans = typedAt(...starts)?.spans;
  expect(spans).toHaveLength(20);
  expect(spans?.filter(({ from, to }) => to > from)).toEqual([stretch(140, 152)]);
});
