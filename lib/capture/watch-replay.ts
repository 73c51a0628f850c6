import './isolated-world.ts';
import { record } from 'rrweb';
import { listenForHints } from './hints.ts';

/** Its value stands here because nothing of the model but types may enter a portal's page. */
const frameTag: typeof import('../model/stream.ts').frameTag = 'zyb-frame';

type ReplayEvent = { type: number; timestamp: number; data: unknown };

/** rrweb's event types used here. */
const INCREMENTAL = 3;
const META = 4;
const CUSTOM = 5;
const INPUT = 5;
const STYLE_RULE = 8;

/** How rrweb is asked to record; each option's reason in docs/adr/0004-rrweb-options.md. */
const options = {
  recordAfter: 'DOMContentLoaded',
  maskInputOptions: {
    color: true,
    date: true,
    'datetime-local': true,
    email: true,
    month: true,
    number: true,
    range: true,
    search: true,
    tel: true,
    text: true,
    time: true,
    url: true,
    week: true,
    textarea: true,
    select: true,
    password: true,
    input: true,
  },
  slimDOMOptions: 'all',
  inlineStylesheet: true,
  inlineImages: false,
  collectFonts: false,
  recordCanvas: false,
  recordCrossOriginIframes: false,
  blockSelector: '[data-zyb-bar],.html2canvas-container',
  sampling: { mousemove: 100, mousemoveCallback: 500, scroll: 150, media: 800, input: 'last' },
  userTriggeredOnInput: true,
  errorHandler: () => true,
} as const;

export type ReplayRecorder = {
  /** A fresh Meta + FullSnapshot now. */
  checkout(): void;
  /** Says in the stream that `element` holds the frame with this token; repeated after each snapshot. */
  linkFrame(token: string, element: Element): void;
};

/**
 * Records this document until the signal aborts. `sink` gets rrweb's own events, unredacted: it must redact before
 * anything else happens. Meta comes right before each FullSnapshot, both from one synchronous call.
 */
export function startReplayRecorder(sink: (event: ReplayEvent) => void, signal: AbortSignal): ReplayRecorder {
  const frames = new Map<string, Element>();
  /** An element just added has no id until rrweb's observer has run: asked again a few times. */
  const linkNow = (token: string, element: Element, tries = 20) => {
    const id = record.mirror.getId(element);
    if (id <= 0 && tries > 0 && !signal.aborted && element.isConnected)
      setTimeout(() => linkNow(token, element, tries - 1), 100);
    if (id > 0)
      sink({ type: CUSTOM, timestamp: Date.now(), data: { tag: frameTag, payload: { token, element: id } } });
  };
  const hideBar = createBarHider();
  const stop = record({
    ...(options as unknown as Parameters<typeof record>[0]),
    emit: (event) => {
      hideBar(event);
      sink(event);
      if (event.type === 2) for (const [token, element] of frames) linkNow(token, element);
    },
  });
  if (stop) signal.addEventListener('abort', stop);

  const checkout = () => {
    if (!signal.aborted && record.mirror.getId(document) > 0) record.takeFullSnapshot(true);
  };
  const checkoutSoon = debounced(checkout, 1000, 10_000);
  signal.addEventListener('abort', checkoutSoon.cancel);
  healFromHints(sink, checkoutSoon.call, signal);

  return {
    checkout,
    linkFrame(token, element) {
      frames.set(token, element);
      linkNow(token, element);
    },
  };
}

type SnapshotNode = { id: number; attributes?: Record<string, unknown>; childNodes?: SnapshotNode[] };

/**
 * rrweb keeps a blocked element's size and class, no other attribute, so that its place stays free at replay; our own
 * bar, known by the element itself, never took any place. It hangs on the document element, so nothing deeper is
 * looked through; later changes of its style are left out.
 */
function createBarHider(): (event: ReplayEvent) => void {
  const bars = new Set<number>();
  const hide = (node: SnapshotNode) => {
    if (!node.attributes || !('rr_width' in node.attributes)) return;
    const element = record.mirror.getNode(node.id);
    if (!(element instanceof Element) || !element.hasAttribute('data-zyb-bar')) return;
    node.attributes = { style: 'display:none' };
    bars.add(node.id);
  };
  return ({ type, data }) => {
    if (type === 2) {
      for (const child of (data as { node: SnapshotNode }).node.childNodes ?? [])
        child.childNodes?.forEach(hide);
    } else if (type === INCREMENTAL) {
      const changes = data as { adds?: { node: SnapshotNode }[]; attributes?: { id: number }[] };
      changes.adds?.forEach(({ node }) => hide(node));
      if (bars.size && changes.attributes)
        changes.attributes = changes.attributes.filter(({ id }) => !bars.has(id));
    }
  };
}

/** What rrweb cannot see from here (values and rules set by the page's script) is read when the page hints it. */
function healFromHints(
  sink: (event: ReplayEvent) => void,
  checkoutSoon: () => void,
  signal: AbortSignal,
): void {
  const changed = new Set<HTMLInputElement>();
  const flushValues = debounced(
    () => {
      for (const field of changed) {
        const id = record.mirror.getId(field);
        if (id > 0) {
          const data = {
            source: INPUT,
            id,
            text: String(field.value ?? ''),
            isChecked: Boolean(field.checked),
          };
          sink({ type: INCREMENTAL, timestamp: Date.now(), data });
        }
      }
      changed.clear();
    },
    60,
    60,
  );
  listenForHints(
    ['value'],
    ({ target }) => {
      if (target instanceof Element && 'value' in target) {
        changed.add(target as HTMLInputElement);
        flushValues.call();
      }
    },
    signal,
  );
  listenForHints(
    ['rule-in', 'rule-out'],
    ({ kind, detail, target }) => {
      const owner = target instanceof Element ? (target as HTMLStyleElement) : undefined;
      const id = owner ? record.mirror.getId(owner) : -1;
      const index = Number(detail);
      if (!owner?.sheet || id <= 0 || !Number.isInteger(index)) return checkoutSoon();
      if (kind === 'rule-out')
        return sink({
          type: INCREMENTAL,
          timestamp: Date.now(),
          data: { source: STYLE_RULE, id, removes: [{ index }] },
        });
      const rule = owner.sheet.cssRules[index]?.cssText;
      if (rule)
        sink({
          type: INCREMENTAL,
          timestamp: Date.now(),
          data: { source: STYLE_RULE, id, adds: [{ rule, index }] },
        });
    },
    signal,
  );
  listenForHints(['css', 'shadow'], checkoutSoon, signal);
}

/** Calls `run` once things were quiet for `quiet` ms, and not twice within `apart` ms. */
function debounced(run: () => void, quiet: number, apart: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  return {
    call() {
      if (timer !== undefined) return;
      const wait = Math.max(quiet, last + apart - Date.now());
      timer = setTimeout(() => {
        timer = undefined;
        last = Date.now();
        run();
      }, wait);
    },
    cancel: () => clearTimeout(timer),
  };
}

export const isKeyframe = (event: { type: number }) => event.type === META;
