import { record } from 'rrweb';
import { sinkOrigin } from './sink-origin.ts';

/** Bare rrweb with its defaults, sent as its guide shows: events in an array, posted as JSON every ten seconds. */
let events: unknown[] = [];

record({ emit: (event) => void events.push(event) });

function save(leaving: boolean): void {
  if (events.length === 0) return;
  const body = JSON.stringify({ events });
  events = [];
  // The browser carries at most 64 KiB beyond the page's end.
  const keepalive = leaving && body.length < 60_000;
  fetch(`${sinkOrigin}/rrweb/events`, { method: 'POST', body, keepalive }).catch(() => {});
}

setInterval(() => save(false), 10_000);
addEventListener('pagehide', () => save(true));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') save(true);
});
