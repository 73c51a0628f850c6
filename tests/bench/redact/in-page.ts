import { record } from 'rrweb';
import { createRedactor } from '../../../lib/redact/index.ts';

export type PageTimes = { alone: number[]; masked: number[]; bytes: number; nodes: number };

/** What a full snapshot takes on this page, ms, by rrweb with its defaults, and what masking it takes on top. */
function measure(repetitions: number): PageTimes {
  let last: { type: number } | undefined;
  const stop = record({
    emit(event) {
      if (event.type === 2) last = event;
    },
  });
  const times: PageTimes = { alone: [], masked: [], bytes: 0, nodes: document.querySelectorAll('*').length };
  for (let i = 0; i < repetitions; i += 1) {
    const start = performance.now();
    record.takeFullSnapshot();
    const taken = performance.now();
    if (last) times.bytes = JSON.stringify(createRedactor().redactEvent(last).event).length;
    const masked = performance.now();
    if (last) JSON.stringify(last);
    times.alone.push(taken - start);
    times.masked.push(masked - taken - (performance.now() - masked));
  }
  stop?.();
  return times;
}

Object.assign(window, { zybMeasure: measure });
