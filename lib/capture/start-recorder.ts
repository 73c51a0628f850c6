import type { FrameMeasure, FrameOrders } from '../messages.ts';
import type { FrameKin } from './frame-kin.ts';
import { keepHintsAlive } from './hints.ts';
import { announceToParent, listenForChildren } from './link-frames.ts';
import { createMarker } from './mark-values.ts';
import { measureFrame, setPersonalLabels } from './measure-frame.ts';
import { createBatchSender } from './send-batches.ts';
import { watchClicks } from './watch-clicks.ts';
import { watchDialogs } from './watch-dialogs.ts';
import { watchErrors } from './watch-errors.ts';
import { watchInput } from './watch-input.ts';
import { watchKeys } from './watch-keys.ts';
import { watchLoginForm } from './watch-login-form.ts';
import { watchMessages } from './watch-messages.ts';
import { watchNearSubmit } from './watch-near-submit.ts';
import { isKeyframe, type ReplayRecorder, startReplayRecorder } from './watch-replay.ts';
import { watchSubmit } from './watch-submit.ts';
import { watchWizard } from './watch-wizard.ts';
import { type FrameContext, freshId, type Report } from './watcher.ts';

/** The redactor, handed in by the entrypoint. */
export type Redactor = {
  text(text: string): { text: string; found: Record<string, number> };
  url(url: string): string;
  event<E extends { type: number; timestamp: number }>(event: E): { event: E; found: Record<string, number> };
  ranges(text: string): { start: number; end: number }[];
  personalLabel(label: string): boolean;
};

type Dependencies = {
  orders: FrameOrders;
  token: string;
  kin: FrameKin;
  redact: Redactor;
  send(batch: { seq: number; json: string }): Promise<'kept' | 'gone'>;
  /** Writes down what a page that is left could not be sure to have sent. */
  setAside(batches: { seq: number; json: string }[]): void;
  nearSubmit(): void;
};

export type RunningRecorder = {
  setPaused(paused: boolean): void;
  measure(): FrameMeasure | null;
  /** For good; resolves once what was still held has been answered for. */
  stop(): Promise<void>;
};

/** Sets all watchers of one frame going; they stop at pause and for good at `stop`. */
export function startRecorder({
  orders,
  token,
  kin,
  redact,
  send,
  setAside,
  nearSubmit,
}: Dependencies): RunningRecorder {
  const life = new AbortController();
  let watching = new AbortController();
  let replay: ReplayRecorder | undefined;
  let on = false;
  let keyed = false;
  const children = new Map<string, Element>();
  const sender = createBatchSender(
    send,
    () => replay?.checkout(),
    () => void stop(),
    life.signal,
    setAside,
  );

  setPersonalLabels(redact.personalLabel);
  const link = (child: string, element: Element) => {
    if (kin === 'inside-parent') linkInRecordingParent(child, element);
    else replay?.linkFrame(child, element);
  };
  if (kin === 'own-stream')
    (globalThis as LinkingWindow).zybLinkFrame = (child, element) => replay?.linkFrame(child, element);
  listenForChildren((child, element) => {
    children.set(child, element);
    link(child, element);
  }, life.signal);
  announceToParent(token, life.signal);
  keepHintsAlive(life.signal);

  const context: FrameContext = {
    privacy: orders.privacy,
    redactText(text) {
      const { text: clean, found } = redact.text(text);
      sender.masked(found);
      return clean;
    },
    redactUrl: redact.url,
    markOf: createMarker(orders.markKey),
  };
  const report: Report = {
    action: (action) => sender.row('actions', action),
    incident: (incident) => sender.row('incidents', incident),
    visit: (visit) => sender.row('visits', visit),
    field: (field) => sender.row('fields', field),
    wait: (wait) => sender.row('waits', wait),
    sighting: (sighting) => sender.row('sightings', sighting),
    timings: (timings) => sender.row('timings', timings),
    gap: (gap) => sender.row('gaps', { id: freshId(), detail: '', ...gap }),
    masked: (found) => sender.masked(found),
  };
  const sink = (event: { type: number; timestamp: number; data: unknown }) => {
    const began = performance.now();
    if (isKeyframe(event)) {
      sender.cut();
      keyed = true;
    }
    // Nothing before the first snapshot can be replayed.
    if (!keyed) return;
    const { event: clean, found } = redact.event(event);
    sender.masked(found);
    const spent = performance.now() - began;
    sender.event(clean, sizeOf(clean), {
      ...(event.type === 2 ? { snapshotMs: spent } : { eventsMs: spent }),
      longestMs: spent,
    });
  };

  const watch = () => {
    on = true;
    keyed = false;
    watching = new AbortController();
    if (kin === 'own-stream' && orders.privacy === 'full') {
      replay = startReplayRecorder(sink, watching.signal);
    }
    for (const [child, element] of children) link(child, element);
    const watchers = [
      watchClicks,
      watchInput,
      watchKeys,
      watchSubmit,
      watchErrors,
      watchDialogs,
      watchMessages,
      watchLoginForm,
      watchWizard(orders.wizardSteps),
    ];
    for (const each of watchers) each(report, context, watching.signal);
    watchNearSubmit(orders.submitSelectors, nearSubmit, watching.signal);
  };
  const stop = (): Promise<void> => {
    watching.abort();
    const sent = sender.flushNow();
    life.abort();
    return sent;
  };
  if (!orders.paused) watch();

  return {
    setPaused(paused) {
      if (paused) {
        watching.abort();
        on = false;
        replay = undefined;
        sender.flush();
      } else if (!on) {
        watch();
      }
    },
    measure: () => measureFrame(token, children, redact.ranges),
    stop,
  };
}

type LinkingWindow = typeof globalThis & { zybLinkFrame?: (token: string, element: Element) => void };

/** A same-origin iframe is recorded by a frame above it, which alone knows rrweb's id of the element. */
function linkInRecordingParent(token: string, element: Element): void {
  let above: Window = window;
  while (above !== above.parent) {
    above = above.parent;
    try {
      const linkFrame = (above as unknown as LinkingWindow).zybLinkFrame;
      if (linkFrame) return linkFrame(token, element);
    } catch {
      return;
    }
  }
}

/** A cheap guess at an event's size as JSON, characters; exact sizes are counted where batches are kept. */
function sizeOf(event: { type: number; data: unknown }): number {
  if (event.type === 2) return 256 * 1024;
  const adds = (event.data as { adds?: unknown[] } | undefined)?.adds?.length ?? 0;
  return 200 + adds * 300;
}
