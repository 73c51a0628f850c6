import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatClock } from '../format/format-duration.ts';
import { showAims } from './aims-view.ts';
import { showFinish, showSubmitWarning } from './ask-views.ts';
import type { BarOptions, MountOptions } from './bar-options.ts';
import type { BarPanel, View } from './bar-panel.ts';
import { barStyle } from './bar-style.ts';
import { build, fill } from './build.ts';
import { makeHost, placeHost, setImportant } from './host.ts';
import { keepInView } from './keep-in-view.ts';
import { letDrag } from './let-drag.ts';
import { makeLine } from './line.ts';
import { shieldPage } from './shield-page.ts';
import { showTagging } from './tag-view.ts';
import { makeToast } from './toast.ts';

export type Bar = {
  host: HTMLElement;
  /** Shows this state; without a session the bar is not to be seen. */
  update(state: WalkState): void;
  /** Unseen for a picture of the page; focus and open panel stay as they are. */
  setHidden(hidden: boolean): void;
  /** Opens the tagging panel and gives it the keyboard; closing gives the keyboard back to the page. */
  openTagging(): void;
  /** Says for a few seconds that a bookmark was set, with a way back; takes no keyboard and no panel from anybody. */
  confirmBookmark(told: { id: string; from: number; to: number }): void;
  /** See showSubmitWarning: nothing is blocked. */
  warnBeforeSubmit(): Promise<boolean>;
  remove(): void;
};

const noCounts = { steps: 0, actions: 0, incidents: 0, screenshots: 0, painPoints: 0, masked: 0 };

/** A press on its way takes no longer than this to be let go; nobody reads a warning and answers it faster. Milliseconds. */
const letThroughMs = 700;

/** Until the bar's own is known, CSS pixels. */
const usualSize = { width: 420, height: 42 };

/** Puts the recording bar on a page: one host element with a closed shadow root, outside the page's layout. */
export function mountBar(mounted: MountOptions): Bar {
  const { document, text, now = Date.now } = mounted;
  const options: BarOptions = { ...mounted, readState: () => state };
  let state: WalkState = { counts: noCounts, warnings: [] };
  const page = document.defaultView ?? window;
  const off = new AbortController();
  const host = makeHost(document);
  const shadow = host.attachShadow({ mode: 'closed' });
  let at = options.position ?? { x: 16, y: page.innerHeight };
  let view: View = {};
  let before: Element | null = null;

  const panel: BarPanel = {
    element: build(document, 'section', {
      class: 'panel',
      tabindex: '-1',
      'aria-label': text('bar.label'),
      hidden: true,
    }),
    show(next) {
      view = next;
      panel.element.hidden = false;
      if (shadow.activeElement || before) panel.element.focus({ preventScroll: true });
      place();
    },
    shows: (asked) => view === asked,
    close() {
      const gone = view;
      view = {};
      gone.onGone?.();
      panel.element.hidden = true;
      fill(panel.element);
      if (before instanceof page.HTMLElement) before.focus({ preventScroll: true });
      before = null;
    },
  };
  const open = (fillPanel: (options: BarOptions, panel: BarPanel) => void) => {
    line.expand();
    view.onGone?.();
    fillPanel(options, panel);
  };
  const line = makeLine(options, {
    onTag: () => (panel.element.hidden ? open(showTagging) : panel.close()),
    onBookmark: () => {
      toast.hide();
      options.onBookmark();
    },
    onAims: () =>
      panel.element.hidden ? open((options, panel) => showAims(options, panel, () => state)) : panel.close(),
    onFinish: () => open((options, panel) => showFinish(options, panel, state.rating)),
    now,
  });
  const toast = makeToast(document);
  const wrap = build(document, 'div', { class: 'wrap' }, line.element, toast.element, panel.element);

  // Told after the page has laid itself out: asking would make it do so at once.
  let size = usualSize;
  const sizes = new page.ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0];
    if (!box?.inlineSize) return;
    size = { width: box.inlineSize, height: box.blockSize };
    place();
  });
  sizes.observe(line.bar);
  const viewport = () => ({ width: page.innerWidth, height: page.innerHeight });
  function place(): void {
    at = keepInView(at, size, viewport());
    placeHost(host, wrap, at, size, viewport());
  }

  let from = at;
  letDrag(line.grip, {
    onStart: () => {
      from = at;
    },
    onMove: (dx, dy) => {
      at = { x: from.x + dx, y: from.y + dy };
      place();
    },
    onEnd: (moved) => (moved ? options.onMoved?.(at) : line.pressGrip()),
  });

  shieldPage(
    host,
    {
      onInput: () => view.onInput?.(),
      onKey(event) {
        const typing = shadow.activeElement?.matches('textarea');
        if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === 'Escape') {
          if (!panel.element.hidden && !view.onEscape?.()) panel.close();
          event.preventDefault();
        } else if (event.key === 'Enter' && shadow.activeElement === line.grip) line.pressGrip();
        else if (!typing && view.onKey?.(event.key)) event.preventDefault();
      },
    },
    off.signal,
  );
  page.addEventListener('resize', place, { signal: off.signal });
  page.addEventListener('pagehide', () => view.onPageGoes?.(), { signal: off.signal });
  // A click on the bar must not take the keyboard from the page's field, where leaving it would trigger checks.
  wrap.addEventListener('mousedown', (event) => {
    if (!(event.target instanceof page.Element && event.target.matches('textarea'))) event.preventDefault();
  });
  shadow.append(build(document, 'style', {}, barStyle), wrap);
  place();
  document.documentElement.append(host);
  let removed = false;

  return {
    host,
    update(next) {
      // A word on its way when the walk ended must not bring the bar back.
      if (removed) return;
      const asTold = (told: WalkState) => JSON.stringify([told.picked, told.bookmarks]);
      const isNews = asTold(state) !== asTold(next);
      state = next;
      if (!host.isConnected && state.session) document.documentElement.append(host);
      host.style.setProperty('display', state.session ? 'block' : 'none', 'important');
      line.update(state);
      if (isNews) view.onState?.();
    },
    setHidden: (hidden) => host.style.setProperty('opacity', hidden ? '0' : '1', 'important'),
    openTagging() {
      before = document.activeElement === host ? before : document.activeElement;
      open(showTagging);
    },
    confirmBookmark({ id, from, to }) {
      const since = state.session?.startedAt ?? from;
      toast.show(text('bookmark.kept', formatClock(from - since), formatClock(to - since)), {
        label: text('tag.undo'),
        onclick: () => {
          options.onDropBookmark(id);
          toast.show(text('bookmark.dropped'));
        },
      });
    },
    warnBeforeSubmit: () => {
      line.expand();
      view.onGone?.();
      // Nobody has seen the warning yet: what is pressed now was meant for the page below it.
      setImportant(host, { 'pointer-events': 'none' });
      setTimeout(() => setImportant(host, { 'pointer-events': 'auto' }), letThroughMs);
      return showSubmitWarning(options, panel);
    },
    remove() {
      removed = true;
      panel.close();
      toast.hide();
      line.stop();
      off.abort();
      sizes.disconnect();
      host.remove();
    },
  };
}
