import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { keyOf } from '../../components/format/key-of.ts';
import type { Change, Kept } from '../../components/hand-entry/hand-entry-props.ts';
import { type Text, useText } from '../../components/text.tsx';
import { type HandEntry, newHandEntry } from '../../lib/model/hand-entry.ts';
import { policyOf, privacyAtStart } from '../../lib/model/masking-policy.ts';
import type { StartData } from '../popup/read-start.ts';
import { log, store } from './local.ts';
import { readPhoto } from './read-photo.ts';

/** How long typing must rest before it is kept: short, because a page may be closed at any moment. */
const restMs = 300;
const known = new Set(['handed-in', 'not-finished', 'photo-large', 'photo-unreadable']);

/** An entry and its keeping: every change is in the store soon after, one after the other. */
export function useHandEntry(id: string, start: StartData | undefined) {
  const text = useText();
  const [entry, setEntry] = useState<HandEntry | 'missing' | 'handed-in'>();
  const [kept, setKept] = useState<Kept>({ state: 'kept' });
  const latest = useRef<HandEntry>(undefined);
  const dirty = useRef(false);
  const isNew = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    if (!start || latest.current) return;
    void (async () => {
      const found = await store.handEntries.read(id);
      if (found && !(await store.handEntries.isOpen(id))) return setEntry('handed-in');
      // A walk that was recorded, or somebody's file, is not entered by hand.
      if (!found && (await store.sessions.find(id))) return setEntry('missing');
      const first = found ? await withWalker(found) : await beginEntry(id, start);
      isNew.current = !found;
      latest.current = first;
      setEntry(first ?? 'missing');
    })();
  }, [id, start]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(resting.current);
    turn.current = turn.current.then(async () => {
      const now = latest.current;
      if (!dirty.current || !now) return;
      dirty.current = false;
      try {
        await store.handEntries.save(now, Date.now());
        if (isNew.current) void log({ kind: 'begun', sessionId: id, detail: `${now.session.mode} by-hand` });
        isNew.current = false;
        if (!dirty.current) setKept({ state: 'kept' });
      } catch (error) {
        dirty.current = true;
        setKept({ state: 'failed', reason: worded(text, error).message });
      }
    });
    return turn.current;
  }, [id, text]);

  useEffect(() => {
    const leave = () => void flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [flush]);

  const doors = useMemo(() => {
    const change: Change = (update) => {
      if (!latest.current) return;
      const next = update(latest.current);
      latest.current = next;
      dirty.current = true;
      setEntry(next);
      setKept({ state: 'keeping' });
      clearTimeout(resting.current);
      resting.current = setTimeout(() => void flush(), restMs);
    };
    return {
      change,
      flush,
      async addPhoto(file: File): Promise<void> {
        try {
          const { bytes, width, height } = await readPhoto(file);
          await flush();
          // In the same turn as the entry that names it: another save would drop what nothing names yet.
          const added = turn.current.then(async () => {
            const now = latest.current;
            if (!now) return;
            const object = await store.handEntries.keepPhoto(id, bytes);
            const photo = {
              id: crypto.randomUUID(),
              at: now.session.startedAt,
              tab: 0,
              why: 'manual' as const,
              object,
              width,
              height,
              masked: 0,
              by: 'photo' as const,
            };
            change((entryNow) => ({ ...entryNow, photos: [...entryNow.photos, photo] }));
          });
          // A photo that cannot be kept must not keep from being saved what is written after it.
          turn.current = added.catch(() => undefined);
          await added;
          await flush();
        } catch (error) {
          throw worded(text, error);
        }
      },
      async finish(): Promise<void> {
        await flush();
        const now = latest.current;
        if (!now) return;
        try {
          await store.handEntries.finish(now, Date.now());
        } catch (error) {
          throw worded(text, error);
        }
        if (now.session.consents?.length)
          void log({ kind: 'consent-recorded', sessionId: id, detail: 'spoken notice=photo' });
        void log({ kind: 'finished', sessionId: id, detail: 'by-hand' });
      },
      /** Nothing is kept any more: it is about to be deleted. */
      async drop(): Promise<void> {
        clearTimeout(resting.current);
        dirty.current = false;
        latest.current = undefined;
        await turn.current;
      },
    };
  }, [id, flush, text]);

  return { entry, kept, ...doors };
}

/** Who writes is asked for in the settings: a draft begun before that was filled in takes it from there. */
async function withWalker(entry: HandEntry): Promise<HandEntry> {
  const { walker } = entry.session;
  if (walker.name || walker.unit) return entry;
  return { ...entry, session: { ...entry.session, walker: (await store.settings.read()).walker } };
}

async function beginEntry(id: string, start: StartData): Promise<HandEntry | undefined> {
  const programme = start.programmes.find((each) => each.id === start.programmeId) ?? start.programmes[0];
  if (!programme) return undefined;
  const { walker } = await store.settings.read();
  const mode = programme.modes.find((each) => each.mode === start.defaults?.mode) ?? programme.modes[0];
  const view =
    programme.perspectives.find((each) => each.perspective === start.defaults?.perspective) ??
    programme.perspectives[0];
  const policy = policyOf(programme);
  return newHandEntry({
    id,
    programme: { id: programme.id, version: programme.version, title: programme.title },
    mode: mode?.mode ?? 'other',
    perspective: view?.perspective ?? 'citizen',
    walker,
    policy,
    privacy: privacyAtStart(mode?.mode ?? 'other', programme.modes, policy),
    recorderVersion: browser.runtime.getManifest().version,
  });
}

/** Our own codes as sentences; everything else as it came. */
function worded(text: Text, error: unknown): Error {
  const code = error instanceof Error ? error.message : String(error);
  return known.has(code) ? new Error(text(keyOf('byHand.failed', code))) : new Error(code);
}
