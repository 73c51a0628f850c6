import type { AssetSeen } from '../model/asset.ts';
import { isWordless } from '../redact/event/wordless.ts';
import { packTrees } from './lean/pack-tree.ts';
import { createAssetNamer } from './name-assets.ts';
import type { Redactor } from './redactor.ts';
import type { BatchSender } from './send-batches.ts';
import { isKeyframe, type ReplayRecorder, sizeKeyframe } from './watch-replay.ts';
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
  gap,
}: {
  redact: Pick<Redactor, 'event' | 'css'>;
  sender: BatchSender;
  /** Undefined while nothing is recorded for a replay. */
  replay(): ReplayRecorder | undefined;
  gap: Report['gap'];
}) {
  /** Whether a first snapshot has come. */
  let keyed = false;
  /** Named by the event being worked on; they go out with it. */
  let assets: AssetSeen[] = [];
  const namer = createAssetNamer({
    base: () => document.baseURI,
    sizeOf: (id) => replay()?.pictureSize(id),
    seen: (asset) => {
      assets.push(asset);
    },
  });
  /** Hands an event to its batch, with what it cost. */
  const send = (event: RawEvent, size: number, whole: number, longest: number) => {
    if (event.type === 3) replay()?.addCost(whole);
    const own = replay()?.takeCost() ?? { snapshotMs: 0, eventsMs: 0, longestMs: 0 };
    const isSnapshot = event.type === 2;
    sender.event(event, size, {
      snapshotMs: own.snapshotMs + (isSnapshot ? whole : 0),
      eventsMs: own.eventsMs + (isSnapshot ? 0 : whole),
      longestMs: Math.max(own.longestMs, longest),
    });
  };
  const keepOne = function* (event: RawEvent): Generator<void, void, void> {
    let began = performance.now();
    if (isKeyframe(event)) {
      sizeKeyframe(event);
      sender.cut();
      keyed = true;
    }
    // Nothing before the first snapshot can be replayed.
    if (!keyed) return;
    let whole = 0;
    let longest = 0;
    const stop = () => {
      const stretch = performance.now() - began;
      whole += stretch;
      longest = Math.max(longest, stretch);
    };
    assets = [];
    namer.nameIn(event);
    // The page may have its turn at each `yield`.
    stop();
    yield;
    began = performance.now();
    const masking = redact.event(event);
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
    let assetsSize = 0;
    for (const asset of named) {
      sender.row('assets', asset, 0);
      assetsSize += 200 + (asset.data?.length ?? 0);
    }
    send(packed, sizeOf(clean) + assetsSize, whole, longest);
  };

  let failedAt = -Infinity;
  /** An event that could not be redacted is not kept: the hole is named and a fresh snapshot goes on from there. */
  const keepOrSay = function* (event: RawEvent): Generator<void, void, void> {
    try {
      // Most events: there is nothing to do whose time could be taken.
      if (keyed && isWordless(event)) send(event, smallSize, 0, 0);
      else yield* keepOne(event);
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
    keep: keepOrSay,
    /** What comes next begins with a snapshot. */
    beginAnew(): void {
      keyed = false;
    },
  };
}

/** The guessed size of an event without nodes. */
const smallSize = 200;

/** A cheap guess at an event's size as JSON, characters; exact sizes are counted where batches are kept. */
function sizeOf(event: { type: number; data: unknown }): number {
  if (event.type === 2) return 256 * 1024;
  const adds = (event.data as { adds?: unknown[] } | undefined)?.adds?.length ?? 0;
  return smallSize + adds * 300;
}
