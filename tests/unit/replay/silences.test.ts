import { expect, it } from 'vitest';
import { createPlaybackClock } from '../../../lib/replay/playback-clock.ts';
import { silencesBetween } from '../../../lib/replay/silences.ts';
import { bareChunk, bareReport } from './sample-streams.ts';

it('finds the stretches over ten seconds in which no stream recorded, and which of them were pauses', () => {
  const report = bareReport({
    chunks: [
      bareChunk('a', 0, 1000, 30_000),
      bareChunk('b', 0, 5000, 20_000),
      bareChunk('a', 1, 50_000, 60_000),
      bareChunk('a', 2, 69_000, 70_000),
    ],
  });
  report.session.pauses = [{ from: 30_500, to: 49_000, reason: '' }];
  expect(silencesBetween(report, 0, 90_000)).toEqual([
    { from: 30_000, to: 50_000, pause: true },
    { from: 70_000, to: 90_000, pause: false },
  ]);
});

it('keeps session time at any speed, through stops and jumps', () => {
  let now = 0;
  const clock = createPlaybackClock(1000, () => now);
  now = 50;
  expect(clock.at()).toBe(1000);
  clock.run();
  now = 150;
  expect(clock.at()).toBe(1100);
  clock.setSpeed(4);
  now = 250;
  expect(clock.at()).toBe(1500);
  clock.stop();
  now = 999;
  expect([clock.at(), clock.isRunning()]).toEqual([1500, false]);
  clock.run();
  clock.jump(9000);
  now = 1000;
  expect(clock.at()).toBe(9004);
});
