import type { AssetSeen } from '../model/asset.ts';
import { packTrees } from './lean/pack-tree.ts';
import { createAssetNamer } from './name-assets.ts';
import type { Redactor } from './redactor.ts';
import type { BatchSender } from './send-batches.ts';
import { isKeyframe, sizeKeyframe } from './size-keyframe.ts';
import type { ReplayRecorder } from './watch-replay.ts';
import type { Report } from './watcher.ts';

/** An event as rrweb gives it. */
export type RawEvent = { type: number; timestamp: number; data: unknown };

/**
 * The way of a replay event from the page to its batch: addresses of assets become numbers, what is personal is masked
 * in steps, trees are packed. One event at a time.
 */
export function createEventKeeper({
  redact,
  sender,
  replay,
  isWritten,
  gap,
}: {
  redact: Pick<Redactor, 'event' | 'css'>;
  sender: BatchSender;
  /** Undefined while nothing is recorded for a replay. */
  replay(): ReplayRecorder | undefined;
  /** Whether somebody writes in a part of the page in which a node lies; no attribute may say so. */
  isWritten?: (id: number) => boolean;
  gap: Report['gap'];
}) {
  /** Whether a first snapshot has come. */
  let keyed = false;
  /** Named by the event being worked on; they go out with it. */
  let assets: AssetSeen[] = [];
  const namer = createAssetNamer({
    base: () => document.baseURI,
    charset: () => document.characterSet,
    sizeOf: (id) => replay()?.pictureSize(id),
    chosenFor: (id) => replay()?.pictureChosen(id),
    seen: (asset) => {
      assets.push(asset);
    },
  });
  const keepOne = function* (event: RawEvent): Generator<void, void, void> {
    let began = performance.now();
    if (isKeyframe(event)) {
      sizeKeyframe(event);
      sender.cut();
      keyed = true;
    }
    // Nothing before the first snapshot can be replayed.
    if (!keyed) return;
    const spent = { whole: 0, longest: 0 };
    const stop = () => {
      const stretch = performance.now() - began;
      spent.whole += stretch;
      spent.longest = Math.max(spent.longest, stretch);
    };
    assets = [];
    namer.nameIn(event);
    // The page may have its turn at each `yield`.
    stop();
    yield;
    began = performance.now();
    const masking = redact.event(event, isWritten);
    let masked = masking.next();
    for (; !masked.done; masked = masking.next()) {
      stop();
      yield;
      began = performance.now();
    }
    const { event: clean, found } = masked.value;
    sender.masked(found);
    stop();
    yield;
    began = performance.now();
    const packed = packTrees(clean);
    // Once the event they came with has been learned from: a style sheet may name who stands in a table.
    const named = assets.map((asset) =>
      asset.kind === 'style' && asset.data ? { ...asset, data: redact.css(asset.data) } : asset,
    );
    stop();
    if (event.type === 3) replay()?.masked(event, spent.whole);
    const own = replay()?.takeCost() ?? { snapshotMs: 0, eventsMs: 0, longestMs: 0 };
    const isSnapshot = event.type === 2;
    let assetsSize = 0;
    for (const asset of named) {
      sender.row('assets', asset, 0);
      assetsSize += 200 + (asset.data?.length ?? 0);
    }
    sender.event(packed, sizeOf(clean) + assetsSize, {
      snapshotMs: own.snapshotMs + (isSnapshot ? spent.whole : 0),
      eventsMs: own.eventsMs + (isSnapshot ? 0 : spent.whole),
      longestMs: Math.max(own.longestMs, spent.longest),
    });
  };

  /** Half of all events: they go the short way. */
  const keepWordless = (event: RawEvent) => {
    if (keyed) sender.event(event, sizeOf(event), {});
  };

  let failedAt = -Infinity;
  /** An event that could not be redacted is not kept: the hole is named and a fresh snapshot goes on from there. */
  const keepOrSay = function* (event: RawEvent): Generator<void, void, void> {
    try {
      yield* keepOne(event);
    } catch (error) {
      const { timestamp } = event;
      const detail = error instanceof Error ? error.name : '';
      gap({ from: timestamp, to: timestamp, why: 'recorder-stopped', detail });
      // Not again and again, should it be the snapshot itself.
      if (timestamp - failedAt > 30_000) setTimeout(() => replay()?.checkout());
      failedAt = timestamp;
    }
  };

  return {
    keep(event: RawEvent): Iterator<void, void> {
      if (!isWordless(event)) return keepOrSay(event);
      keepWordless(event);
      return ended;
    },
    /** What comes next begins with a snapshot. */
    beginAnew(): void {
      keyed = false;
    },
  };
}

const ended: Iterator<void, void> = { next: () => ({ done: true, value: undefined }) };

/** rrweb's sources whose events hold nothing but numbers: pointer, clicks and focus, scrolling, window, touch, media, drags. */
const wordless = new Set<unknown>([1, 2, 3, 4, 6, 7, 12]);

const isWordless = ({ type, data }: RawEvent) =>
  type === 3 && wordless.has((data as { source?: unknown } | null)?.source);

/** A cheap guess at an event's size as JSON, characters; exact sizes are counted where batches are kept. */
function sizeOf(event: { type: number; data: unknown }): number {
  if (event.type === 2) return 256 * 1024;
  const adds = (event.data as { adds?: unknown[] } | undefined)?.adds?.length ?? 0;
  return 200 + adds * 300;
}
