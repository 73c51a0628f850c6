import type { FrameMeasure, FrameOrders } from '../messages.ts';
import type { PickedElement } from '../model/picked-element.ts';
import { quietUrl } from '../redact/quiet-url.ts';
import type { TypedWords } from '../redact/typed-words.ts';
import { describePicked } from './describe-picked.ts';
import type { EarlyEvents } from './early-events.ts';
import { findHolder } from './find-holder.ts';
import type { FrameKin } from './frame-kin.ts';
import { healFromHints } from './heal-from-hints.ts';
import { healingAbove } from './healing.ts';
import { bringHintsBack, keepHintsAlive } from './hints.ts';
import { createEventKeeper, type RawEvent } from './keep-events.ts';
import { knownAbove, shareKnownWords } from './known-above.ts';
import { noHintsSinceBegin } from './lean/touched-styles.ts';
import { announceToParent, type Children } from './link-frames.ts';
import { findAbove } from './look-above.ts';
import { createMarker } from './mark-values.ts';
import { measureFrame, paintBesideLabels } from './measure-frame.ts';
import { offerToRecorder } from './offer-to-recorder.ts';
import { readSheet } from './read-sheet.ts';
import { createLaterWork } from './redact-later.ts';
import type { Redactor } from './redactor.ts';
import { createBatchSender } from './send-batches.ts';
import { stripAddresses } from './strip-addresses.ts';
import { watchBlankPage } from './watch-blank-page.ts';
import { watchClicks } from './watch-clicks.ts';
import { watchDialogs } from './watch-dialogs.ts';
import { watchDownloads } from './watch-downloads.ts';
import { watchDrag } from './watch-drag.ts';
import { watchErrorPage } from './watch-error-page.ts';
import { watchErrors } from './watch-errors.ts';
import { watchFields } from './watch-fields.ts';
import { watchGuide } from './watch-guide.ts';
import { watchInput } from './watch-input.ts';
import { watchKeys } from './watch-keys.ts';
import { watchLoginForm } from './watch-login-form.ts';
import { watchMessages } from './watch-messages.ts';
import { watchNearSubmit } from './watch-near-submit.ts';
import { watchRefusedFiles } from './watch-refused-files.ts';
import { type ReplayRecorder, startReplayRecorder } from './watch-replay.ts';
import { watchRichText } from './watch-rich-text.ts';
import { watchSearch } from './watch-search.ts';
import { watchSightings } from './watch-sightings.ts';
import { watchSleep } from './watch-sleep.ts';
import { watchSpinners } from './watch-spinners.ts';
import { watchSubmit } from './watch-submit.ts';
import { watchTimings } from './watch-timings.ts';
import { watchTypedWords } from './watch-typed-words.ts';
import { watchUnseenFrames } from './watch-unseen-frames.ts';
import { watchUnshown } from './watch-unshown.ts';
import { watchVerification } from './watch-verification.ts';
import { watchWizard } from './watch-wizard.ts';
import { type FrameContext, freshId, type Report } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { beforeLooks } from './when-settled.ts';

/** So long a picture waits for what the page has changed to be masked bit by bit, ms; then it is masked at once. */
const measuredLateMs = 1000;

type Dependencies = {
  orders: FrameOrders;
  /** What happened before the orders came. */
  early: EarlyEvents;
  /** Frames inside this one that announce themselves. */
  children: Children;
  token: string;
  kin: FrameKin;
  redact: Redactor;
  send(batch: { seq: number; json: string }): Promise<'kept' | 'gone'>;
  /** Writes down what a page that is left could not be sure to have sent. */
  setAside(batches: { seq: number; json: string }[]): void;
  nearSubmit(): void;
  /** Given where the orders came late: has `page-hints` run in this frame again. */
  bringHints?: (() => Promise<unknown>) | undefined;
};

export type RunningRecorder = {
  setPaused(paused: boolean): void;
  /** Where a picture must be painted over; waits a moment where much of the page is still to be masked. */
  measure(): Promise<FrameMeasure | null> | null;
  /** The page's title as it may be kept; absent where none is. */
  redactTitle?(title: string): string;
  /** The rules of a style sheet that this frame shows, by its address, where it may read them. */
  readSheet(url: string): string | null;
  /** Describes an element the walker points at; null where nothing of a page may be told. */
  describe(element: Element): PickedElement | null;
  /** The iframe and frame elements in which a recorder runs too. */
  childFrames(): Iterable<Element>;
  /** For good; resolves once what was still held has been answered for. */
  stop(): Promise<void>;
};

/** Sets all watchers of one frame going; they stop at pause and for good at `stop`. */
export function startRecorder({
  orders,
  early,
  children: heard,
  token,
  kin,
  redact,
  send,
  setAside,
  nearSubmit,
  bringHints,
}: Dependencies): RunningRecorder {
  const life = new AbortController();
  let watching = new AbortController();
  let replay: ReplayRecorder | undefined;
  let frames: ReturnType<typeof watchUnseenFrames> | undefined;
  let on = false;
  const children = new Map<string, Element>();
  // Made before the sender, so that on the way out events are redacted before the last batch is closed.
  const later = createLaterWork(
    (event: RawEvent) => keeper.keep(event),
    life.signal,
    () => replay?.caughtUp(),
  );
  const isInside = kin === 'inside-parent';
  const catchesUp = (): boolean => {
    const above = isInside ? knownAbove() : undefined;
    return above ? above.catchesUp() : replay?.isRestLeft() !== true && later.catchesUp();
  };
  /** What waits to be told, and then to be masked. */
  const drain = () => {
    replay?.tellRest();
    later.drain();
  };
  const after = (job: () => void) => {
    const inTurn = () => later.after(job);
    if (replay) replay.afterRest(inTurn);
    else inTurn();
  };
  let isWriting = false;
  const writing = () => {
    isWriting = true;
    if (isInside) knownAbove()?.writing();
  };
  if (!isInside)
    shareKnownWords({ kindOf: redact.kindOfWhole, drain, catchesUp, after, typed: redact.typed, writing });
  /** All that is shown is learned from, also where another frame records it. */
  const catchUp = () => {
    drain();
    if (isInside) knownAbove()?.drain();
  };
  beforeLooks(catchesUp, life.signal);
  // A press in this frame may wait there: it goes out with this frame's last batch.
  if (isInside) whenLeft('mask', catchUp, life.signal, true);
  const sender = createBatchSender(
    send,
    () => replay?.checkout(),
    () => void stop(),
    life.signal,
    (batches) => setAside(batches.map(({ seq, json }) => ({ seq, json: stripAddresses(json, redact.url) }))),
  );

  paintBesideLabels(redact.isPersonalBeside);
  /** Also of frames in same-origin ones: they tell once, and each recording anew. */
  const links = new Map<string, Element>();
  const linkHere: LinkFrame = (child, element) => {
    links.set(child, element);
    frames?.reached(element, child);
    replay?.linkFrame(child, element);
  };
  const link = (child: string, element: Element) => {
    // Recorded by a frame above, which alone knows rrweb's id of the element.
    if (isInside) (findAbove('zybLinkFrame') as LinkFrame | undefined)?.(child, element);
    else linkHere(child, element);
  };
  if (kin === 'own-stream') (globalThis as { zybLinkFrame?: LinkFrame }).zybLinkFrame = linkHere;
  heard.tell((child, from) => {
    const element = findHolder(from);
    if (!element) return;
    children.set(child, element);
    link(child, element);
  });
  announceToParent(token, life.signal);
  keepHintsAlive(life.signal);
  const checkout = () => (isInside ? healingAbove.checkoutSoon() : replay?.checkout());
  if (bringHints)
    bringHintsBack({ brought: bringHints, missed: noHintsSinceBegin, back: checkout }, life.signal);

  const quiet = { plainPaths: orders.plainPaths, key: orders.markKey };
  const context: FrameContext = {
    stream: orders.stream,
    privacy: orders.privacy,
    redactText(text) {
      // Nothing of the page's words may be kept: there is nothing to redact, and nothing to forget to.
      if (orders.privacy === 'metrics') return '';
      catchUp();
      const { text: clean, found } = redact.text(text);
      sender.masked(found);
      return clean;
    },
    catchesUp,
    onceLearned: (job) => ((isInside && knownAbove()?.after) || after)(job),
    redactUrl: orders.privacy === 'metrics' ? (url) => quietUrl(redact.url(url), quiet) : redact.url,
    markOf: createMarker(orders.markKey),
  };
  const typed: TypedWords = {
    write(...what) {
      redact.typed.write(...what);
      if (isInside) knownAbove()?.typed.write(...what);
    },
    tell(field) {
      redact.typed.tell(field);
    },
    leave(field) {
      redact.typed.leave(field);
      if (isInside) knownAbove()?.typed.leave(field);
    },
  };
  const report: Report = {
    action: (action) => sender.row('actions', action),
    incident: (incident) => sender.row('incidents', incident),
    visit: (visit) => sender.row('visits', visit),
    field: (field) => sender.row('fields', field),
    wait: (wait) => sender.row('waits', wait),
    sighting: (sighting) => sender.row('sightings', sighting),
    timings: (timings) => sender.row('timings', timings),
    guide: (guide) => sender.row('guides', guide),
    gap: (gap) => sender.row('gaps', { id: freshId(), detail: '', ...gap }),
    masked: (found) => sender.masked(found),
  };
  // Asked of nothing before somebody writes: most pages have no such part.
  const isWritten = (id: number) => isWriting && replay?.isWritten(id) === true;
  const keeper = createEventKeeper({ redact, sender, replay: () => replay, isWritten, gap: report.gap });

  /** One that cannot begin here leaves the others at their work, and is named. */
  const begin = (watcher: () => void) => {
    try {
      watcher();
    } catch (error) {
      const at = Date.now();
      const detail = error instanceof Error ? error.name : '';
      report.gap({ from: at, to: at, why: 'recorder-stopped', detail });
    }
  };
  const watch = () => {
    on = true;
    keeper.beginAnew();
    watching = new AbortController();
    if (kin === 'own-stream' && orders.privacy === 'full') {
      begin(() => {
        frames = watchUnseenFrames(report, context, watching.signal);
        const met = (frame: Element) => frames?.met(frame);
        replay = startReplayRecorder(later.push, report.gap, met, watching.signal);
      });
    }
    if (isInside && orders.privacy === 'full') {
      begin(() => healFromHints(healingAbove, report.gap, watching.signal));
      begin(() => offerToRecorder(watching.signal));
    }
    for (const [child, element] of isInside ? children : links) link(child, element);
    const watchers = [
      watchClicks(early.clicks.splice(0)),
      watchInput,
      watchRichText,
      watchDrag,
      watchKeys,
      watchSubmit,
      watchErrors,
      watchDialogs,
      watchMessages(early.refusals.splice(0)),
      watchLoginForm,
      watchWizard(orders.wizardSteps),
      watchFields,
      watchVerification,
      watchSpinners,
      watchSleep,
      watchSightings,
      watchSearch,
      watchRefusedFiles,
      watchDownloads,
      watchUnshown,
      watchGuide(orders.guideFields),
      ...(kin === 'own-stream' ? [watchBlankPage, watchErrorPage, watchTimings] : []),
    ];
    for (const each of watchers) begin(() => each(report, context, watching.signal));
    begin(() => watchNearSubmit(orders.submitSelectors, nearSubmit, watching.signal));
  };
  const stop = (): Promise<void> => {
    watching.abort();
    catchUp();
    const sent = sender.end();
    life.abort();
    return sent;
  };
  // Over pauses too: what is typed meanwhile may stand on the page when the walk goes on.
  if (orders.privacy === 'full')
    begin(() => watchTypedWords({ typed, writing, onceLearned: context.onceLearned }, life.signal));
  // What was done before the orders came was done in the pause.
  if (orders.paused) for (const list of [early.clicks, early.refusals]) list.length = 0;
  else watch();

  return {
    setPaused(paused) {
      if (paused) {
        watching.abort();
        catchUp();
        on = false;
        replay = undefined;
        sender.flush();
      } else if (!on) {
        watch();
      }
    },
    redactTitle: context.redactText,
    async measure() {
      if (!catchesUp()) await Promise.race([new Promise<void>(context.onceLearned), delay(measuredLateMs)]);
      catchUp();
      return measureFrame(token, children, redact.ranges);
    },
    readSheet: (url) => (orders.privacy === 'full' ? readSheet(url) : null),
    describe: (element) => describePicked(element, context),
    childFrames: () => children.values(),
    stop,
  };
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

type LinkFrame = (token: string, element: Element) => void;
