import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatClock } from '../format/format-duration.ts';
import { elapsedMs } from '../walk-panel/elapsed.ts';
import type { BarOptions } from './bar-options.ts';
import { build } from './build.ts';

type Hears = { onTag(): void; onBookmark(): void; onAims(): void; onFinish(): void; now(): number };

/** The bar proper: dot, clock, step, counts and buttons; it ticks while the walk is recorded. */
export function makeLine(
  { document, text, ...options }: BarOptions,
  { onTag, onBookmark, onAims, onFinish, now }: Hears,
) {
  let session: WalkState['session'];
  let timer: ReturnType<typeof setInterval> | undefined;
  let shown = '';
  const span = (name: string) => build(document, 'span', { class: name });
  const [state, clock, step, counts] = [
    span('more'),
    span('clock more'),
    span('step more'),
    span('counts more'),
  ];
  const button = (key: string, onclick: () => void, kind = '') =>
    build(document, 'button', { class: `${kind} more`, onclick }, text(key));
  const sign = (key: string, mark: string, onclick: () => void) =>
    build(
      document,
      'button',
      { class: 'bare more', onclick, 'aria-label': text(key), title: text(key) },
      mark,
    );
  const mark = button('bar.bookmark', onBookmark);
  mark.title = text('bar.bookmarkHint');
  const aims = button('bar.aims', onAims);
  aims.hidden = true;
  const pause = button('bar.pause', () => options.onPause());
  const resume = button('bar.resume', () => options.onResume());
  const grip = build(
    document,
    'div',
    { class: 'grip', title: text('bar.drag') },
    build(document, 'span', { class: 'dot', 'aria-hidden': 'true' }),
    state,
    clock,
  );
  const setSmall = (small: boolean) => {
    element.toggleAttribute('data-small', small);
    grip.title = text(small ? 'bar.expand' : 'bar.drag');
    if (small) {
      grip.setAttribute('role', 'button');
      grip.tabIndex = 0;
    } else grip.removeAttribute('tabindex');
  };
  const bar = build(
    document,
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': text('bar.label') },
    grip,
    step,
    counts,
    button('bar.tag', onTag, 'main'),
    mark,
    aims,
    pause,
    resume,
    button('bar.finish', onFinish),
    options.onOpenPanel !== undefined && sign('bar.open', '≡', () => options.onOpenPanel?.()),
    sign('bar.collapse', '–', () => setSmall(true)),
  );
  const element = build(document, 'div', { class: 'line' }, bar);

  const tick = () => {
    if (session) clock.textContent = formatClock(elapsedMs(session, now()));
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    element,
    bar,
    grip,
    stop,
    expand: () => setSmall(false),
    /** A press on the dot that was no move. */
    pressGrip: () => element.hasAttribute('data-small') && setSmall(false),
    update(next: WalkState) {
      session = next.session;
      // Most words from the background change nothing here.
      const list = next.aims ?? [];
      const seen = list.filter(({ state }) => state !== 'open').length;
      const { incidents, painPoints } = next.counts;
      const open = next.bookmarks?.length ?? 0;
      const { outside, step: now } = next;
      const told = JSON.stringify([
        session,
        outside,
        now?.name,
        incidents,
        painPoints,
        list.length,
        seen,
        open,
      ]);
      if (told === shown) return;
      shown = told;
      const paused = session?.state === 'paused';
      element.toggleAttribute('data-paused', paused);
      // Seen beside another window that is looked at: this page goes on being recorded, that one is not.
      state.textContent = text(paused ? 'bar.paused' : outside ? 'bar.outside' : 'bar.recording');
      step.textContent = step.title = now?.name ?? '';
      counts.textContent =
        text('bar.counts', incidents, painPoints) + (open > 0 ? ` · ${text('bookmark.open', open)}` : '');
      aims.hidden = list.length === 0;
      aims.textContent = text('bar.aims', seen, list.length);
      pause.hidden = paused;
      resume.hidden = !paused;
      tick();
      stop();
      if (session?.state === 'recording') timer = setInterval(tick, 1000);
    },
  };
}
