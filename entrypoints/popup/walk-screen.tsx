import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { problemSentence } from '../../components/walk-panel/problem-sentence.ts';
import { WalkPanel } from '../../components/walk-panel/walk-panel.tsx';
import type { Busy, WalkPanelProps } from '../../components/walk-panel/walk-panel-props.ts';
import { type Outcome, sendMessage } from '../../lib/messages.ts';
import type { Bookmark } from '../../lib/model/bookmark.ts';
import { redactText } from '../../lib/redact/index.ts';
import { AfterWalk } from './after-walk.tsx';
import { askForPages, closePopup, openPage, openSidePanel } from './browser-doors.ts';
import { openProblemsOf } from './open-problems.ts';
import { readCatalogue, readStart, type StartData } from './read-start.ts';
import { text } from './render-screen.tsx';
import { useCurrentTab } from './use-current-tab.ts';
import { useWalkState } from './use-walk-state.ts';

const looksPersonal = (note: string) => Object.keys(redactText(note).found);

/** Popup and side panel: the walk panel, connected to the background. */
export function WalkScreen({ place }: { place: WalkPanelProps['place'] }) {
  const { state, refresh } = useWalkState();
  const tab = useCurrentTab();
  const [start, setStart] = useState<StartData>();
  const [busy, setBusy] = useState<Busy>();
  const [problem, setProblem] = useState<{ code: string; detail: string }>();
  const [lastTagged, setLastTagged] = useState<WalkPanelProps['lastTagged']>();
  const [dropped, setDropped] = useState<Bookmark>();
  const [checked, setChecked] = useState<WalkPanelProps['checked']>();
  const [erased, setErased] = useState<number>();
  const [lastFinished, setLastFinished] = useState<WalkPanelProps['lastFinished']>();

  const reload = useCallback(
    () =>
      readStart().then(setStart, (error: unknown) => setProblem({ code: 'not-read', detail: String(error) })),
    [],
  );
  const [catalogue, setCatalogue] = useState<WalkPanelProps['catalogue']>();
  // After the form is there: thousands of items must not hold it up, and one that cannot be read not hide it.
  useEffect(() => void readCatalogue().then(setCatalogue, () => {}), []);
  const open = state?.session?.id;
  useEffect(() => void reload(), [reload, open]);
  // A side panel stays open: nothing of one walk is said of the next, and nothing of one page of another.
  useEffect(() => {
    setLastTagged(undefined);
    setDropped(undefined);
    setErased(undefined);
    if (open) setLastFinished(undefined);
  }, [open]);
  const page = `${open} ${tab?.id} ${tab?.url}`;
  const pageNow = useRef(page);
  useEffect(() => {
    pageNow.current = page;
    setChecked(undefined);
  }, [page]);

  /** Runs one call, shows what went wrong, and reads the state anew. */
  const call = useCallback(
    async <T,>(name: Busy | undefined, doing: () => Promise<Outcome<T>>) => {
      setBusy(name);
      setProblem(undefined);
      const outcome = await doing().catch((error: unknown) => ({
        ok: false as const,
        code: 'timeout',
        detail: String(error),
      }));
      setBusy(undefined);
      if (!outcome.ok) setProblem({ code: outcome.code, detail: outcome.detail });
      await refresh();
      return outcome.ok ? outcome : undefined;
    },
    [refresh],
  );

  const programmes = start?.programmes;
  const openProblems = useMemo(() => programmes && openProblemsOf(programmes), [programmes]);

  // Packs or settings that cannot be read must not leave the panel empty.
  if (!start) return problem ? <p role="alert">{problemSentence(text, problem)}</p> : null;
  return (
    <WalkPanel
      place={place}
      state={state}
      programmes={start.programmes}
      sites={start.sites}
      programmeId={start.programmeId}
      walkerNamed={start.walkerNamed}
      suggestedItems={start.recent}
      catalogue={catalogue}
      defaults={start.defaults}
      tab={tab}
      permission={start.permission}
      unfinished={start.unfinished}
      lastFinished={lastFinished}
      afterWalk={
        lastFinished && (
          <AfterWalk id={lastFinished.id} programmes={start.programmes} looksPersonal={looksPersonal} />
        )
      }
      lastTagged={lastTagged}
      busy={busy}
      problem={problem}
      looksPersonal={looksPersonal}
      onAskPermission={() => void askForPages().then(reload)}
      onStart={(choice) =>
        tab && void call('starting', () => sendMessage('startWalk', { ...choice, tab: tab.id }))
      }
      onPause={(reason) => void call('pausing', () => sendMessage('pauseWalk', reason))}
      onResume={() => void call('resuming', () => sendMessage('resumeWalk', undefined))}
      onJoinTab={tab && (() => void call('joining', () => sendMessage('joinTab', tab.id)))}
      onFinish={(outcome) =>
        void call('finishing', () => sendMessage('finishWalk', outcome)).then(
          (done) => done && setLastFinished({ id: done.sessionId, itemName: state?.session?.itemName ?? '' }),
        )
      }
      checked={checked}
      onCheckPage={() => {
        setChecked(undefined);
        const asked = page;
        void call('checking', () => sendMessage('checkPage', undefined)).then(
          (done) => done && pageNow.current === asked && setChecked(done),
        );
      }}
      onTag={(tag, itemText, aimId) =>
        void call('tagging', async () => {
          const done = await sendMessage('tagPainPoint', tag);
          if (done.ok && aimId)
            await sendMessage('judgeAim', { id: aimId, state: 'found', painPointId: done.painPointId });
          return done;
        }).then((done) => done && setLastTagged({ ...tag, id: done.painPointId, text: itemText }))
      }
      readOpenProblems={openProblems}
      onAddAim={(words) => void call(undefined, () => sendMessage('addAim', { text: words, from: 'own' }))}
      onJudgeAim={(verdict) => void call(undefined, () => sendMessage('judgeAim', verdict))}
      onDropAim={(id) => void call(undefined, () => sendMessage('dropAim', id))}
      onUntag={(id) =>
        void call(undefined, () => sendMessage('untagPainPoint', id)).then(() => setLastTagged(undefined))
      }
      onAmendTag={(id, change) => {
        setLastTagged((tagged) => (tagged?.id === id ? { ...tagged, ...change } : tagged));
        void call(undefined, () => sendMessage('amendPainPoint', { id, change }));
      }}
      marking={{
        dropped,
        onBookmark: () => void call('tagging', () => sendMessage('setBookmark', undefined)),
        onDropBookmark: (id) =>
          void call(undefined, () => sendMessage('dropBookmark', id)).then(
            (done) => done && setDropped(done.bookmark),
          ),
        onPutBackBookmark: () =>
          dropped &&
          void call(undefined, () => sendMessage('putBackBookmark', dropped)).then(
            (done) => done && setDropped(undefined),
          ),
        onPick: () =>
          void call(undefined, () => sendMessage('beginPick', place)).then((begun) => {
            // The page cannot be pointed at while the popup holds the pointer.
            if (begun) closePopup();
          }),
        onCancelPick: () =>
          void call(undefined, async () => {
            await sendMessage('cancelPick', undefined);
            return { ok: true };
          }),
        onDropPicked: () => void call(undefined, () => sendMessage('dropPicked', undefined)),
        onDraw: (id) => state?.session && openPage(`review.html#/${state.session.id}/draw/${id}`),
      }}
      onRenameStep={(name) => void call(undefined, () => sendMessage('renameStep', name))}
      onBeginStep={(name) => void call(undefined, () => sendMessage('beginStep', name))}
      keepDays={start.keepDays}
      erased={erased}
      onRecordConsent={(request) => {
        setErased(undefined);
        void call('consenting', () => sendMessage('recordConsent', request));
      }}
      onWithdrawConsent={(erase) =>
        void call('consenting', () => sendMessage('withdrawConsent', erase)).then(
          (done) => done?.left && setErased(Object.values(done.left).reduce((sum, each) => sum + each, 0)),
        )
      }
      onRecover={(id, how) =>
        void call('recovering', () => sendMessage('recoverWalk', { sessionId: id, how })).then(reload)
      }
      onOpenReview={(id) => openPage(id ? `review.html#/${id}` : 'review.html')}
      onOpenOptions={() => void browser.runtime.openOptionsPage()}
      {...(place === 'popup' && openSidePanel ? { onOpenSidePanel: openSidePanel } : {})}
    />
  );
}
