import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Action } from './model/action.ts';
import type { AimRequest, AimVerdict } from './model/aim.ts';
import type { AssetSeen } from './model/asset.ts';
import type { Bookmark } from './model/bookmark.ts';
import type { ConsentRequest } from './model/consent.ts';
import type { Field } from './model/field.ts';
import type { PageGap } from './model/gap.ts';
import type { GuidePage } from './model/guide-page.ts';
import type { Incident } from './model/incident.ts';
import type { PageCheckTimes } from './model/page-check.ts';
import type { PageTiming } from './model/page-timing.ts';
import type { PainPoint } from './model/pain-point.ts';
import type { PickedElement } from './model/picked-element.ts';
import type { RatingGiven } from './model/rating.ts';
import type { ShownBox } from './model/scroll-box.ts';
import type { ItemMarks } from './model/service-item.ts';
import type { Sighting } from './model/sighting.ts';
import type { Visit } from './model/visit.ts';
import type { Wait } from './model/wait.ts';
import type { WalkState } from './model/walk-state.ts';
import type { RedactionPolicy } from './redact/policy.ts';

/** What the bar shows, where the walker left it, and the words it begins with, `$1 …` still in them. */
export type BarStart = {
  state: WalkState;
  position?: { x: number; y: number } | undefined;
  texts: Record<string, string>;
};

/** What the background tells a frame that says hello in a session's tab. */
export type FrameOrders = {
  sessionId: string;
  stream: string;
  tab: number;
  frame: number;
  /** `full`: replay and everything; `metrics`: no DOM text, no pictures. */
  privacy: 'full' | 'metrics';
  /** Unified login: kinds and times of what has to be proven, and the bar. */
  identity: boolean;
  paused: boolean;
  /** Key of this session's repeat-entry marks, hex. Dies with the session. */
  markKey: string;
  /** What other documents of the session have learned, as keyed digests; only where pages are recorded in full. */
  learned?: { secret: string; digests: string[] };
  /** Path segments that may be kept where only metrics are. */
  plainPaths?: string[];
  safeParams: { pathPattern: string; params: string[] }[];
  wizardSteps: { selector: string; stage?: string | undefined }[];
  submitSelectors: string[];
  /** Labels of guide pages beyond the common dictionary. */
  guideFields: string[];
  /** What the programme asks to be masked beyond the floor. */
  redaction?: RedactionPolicy;
  /** For a main frame, where it was read in time. */
  bar?: BarStart;
};

/** One batch from a frame: everything since the last one, in order. */
export type BatchContent = {
  /** rrweb events, redacted. */
  events: unknown[];
  actions: Omit<Action, 'stream' | 'tab' | 'frame'>[];
  incidents: Omit<Incident, 'stream' | 'tab' | 'frame'>[];
  visits: Omit<Visit, 'tab' | 'frame'>[];
  fields: Omit<Field, 'stream' | 'tab' | 'frame'>[];
  waits: Omit<Wait, 'stream' | 'tab' | 'frame'>[];
  sightings: Omit<Sighting, 'stream' | 'tab' | 'frame'>[];
  timings: Omit<PageTiming, 'stream' | 'tab' | 'frame'>[];
  guides: Omit<GuidePage, 'stream' | 'tab' | 'frame'>[];
  gaps: Omit<PageGap, 'stream' | 'tab'>[];
  /** Assets the events of this batch name for the first time. */
  assets: AssetSeen[];
  masked: Record<string, number>;
  cost: { snapshotMs: number; eventsMs: number; longestMs: number };
};

/** Where a frame's sensitive rectangles and child frames are, CSS pixels in its own viewport. */
export type FrameMeasure = {
  token: string;
  width: number;
  height: number;
  scale: number;
  /** How far its document is scrolled. */
  scroll: { x: number; y: number };
  /** Its parts that were ever scrolled by themselves; absent where not all of them are known. */
  boxes?: ShownBox[];
  sensitive: [x: number, y: number, width: number, height: number][];
  /**
   * Every iframe and frame element, in shadow trees too, with the box of what is in it as it is drawn here; the token is
   * empty where the child never said hello. `place`: its number among the window's frames, -1 where it is not counted.
   * `turned`: rotated, skewed or mirrored, and the box is what is around it.
   */
  children: {
    token: string;
    place: number;
    x: number;
    y: number;
    width: number;
    height: number;
    turned?: true;
  }[];
  /** Nobody knows what would have to be painted over where: of a main frame no picture may be kept. */
  noPicture?: true;
};

/**
 * Dispatched on the document when a newer version's recorder comes. Says nothing by itself, as the page could dispatch
 * it too: whoever hears it looks whether its own extension is still there.
 */
export const relievedEvent = 'zyb:relieved';

/** Name of the port that a tab's main frame holds: that it breaks may mean that the page crashed. */
export const lineName = 'zyb-line';

/** Under this and `stream.seq` a page that is left puts its last batches into the extension's own storage. */
export const asidePrefix = 'aside.';
export type BatchSetAside = {
  sessionId: string;
  stream: string;
  tab: number;
  frame: number;
  seq: number;
  json: string;
};

export type TagRequest = Pick<PainPoint, 'dimensionId' | 'checkItemId' | 'severity'> &
  Partial<
    Pick<PainPoint, 'kind' | 'note' | 'need' | 'measure' | 'interval' | 'moreCheckItems' | 'persona'>
  > & {
    /** The bookmark that is filled in by this: its moment, picture and page are the tag's. */
    bookmarkId?: string | undefined;
  };

/** What may be changed of a pain point afterwards; `persona: null` is anyone again. */
export type TagChange = Partial<Omit<TagRequest, 'bookmarkId' | 'persona'>> & {
  persona?: PainPoint['persona'] | null;
};

/** From where the walker asked to point at an element. */
export type PickFrom = 'bar' | 'popup' | 'sidePanel';

export type StartRequest = {
  tab: number;
  programmeId: string;
  itemName: string;
  itemCode?: string | undefined;
  /** What the walker said the item is; what is missing in it is not known. Without it catalogue and programme say. */
  itemMarks?: ItemMarks | undefined;
  mode: string;
  perspective: string;
  /** Of the accompanied person, when they gave it before the start. */
  consent?: ConsentRequest | undefined;
  /** What the walker sets out to look for. */
  aims?: readonly AimRequest[] | undefined;
  /** When pages are checked; else as the programme says. */
  pageChecks?: PageCheckTimes | undefined;
};

/** What a call from a screen to the background came to. */
export type Outcome<T = unknown> = ({ ok: true } & T) | { ok: false; code: string; detail: string };

/**
 * Every sentence the contexts may say to each other. The sender is typed; the receiver parses with the model
 * whatever came from a page.
 */
export type Protocol = {
  // a page's frame -> background
  helloFromFrame(hello: {
    token: string;
    url: string;
    top: boolean;
    replays: boolean;
    /** When the document came, from its own navigation timing; when it came back, if from the browser's cache. */
    at?: number;
    back?: boolean;
    /** The page was there before it was shown, and `page-hints` has gone from it meanwhile. */
    hintless?: boolean;
  }): FrameOrders | null;
  keepBatch(batch: {
    stream: string;
    seq: number;
    json: string;
    /** As told in the orders: of a page that is being left the browser gives another number. */
    frame: number;
    /** Where a top frame's page has stood for a while, and since when. */
    place?: { url: string; at: number };
    /** What a top frame's page is called and where it stands, when that was not said before. */
    page?: { url: string; title: string };
  }): { kept: number } | { gone: true };
  /** For a main frame whose orders came without it. */
  readBar(): BarStart | null;
  /** The check items a pain point may be tied to in the bar. */
  readCheckItems(): {
    id: string;
    name: string;
    items: { id: string; text: string; elsewhere: boolean }[];
  }[];

  /** Keyed digests of values this document has learned to be personal; never the values. */
  tellLearned(digests: string[]): void;
  /** The script that is here is not the one its orders are for. */
  bringRecorder(): void;
  /** The frame's orders came so late that `page-hints` has gone from it; answered once it is there again. */
  bringHints(): void;
  /** Kinds of personal data a note seems to hold. */
  findPersonal(note: string): string[];
  /** What the walker pointed at in this frame. */
  elementPicked(told: { element: PickedElement; from: PickFrom }): void;
  /** The pointer or the focus came to a button that would file a real application. */
  nearSubmit(): void;

  // popup, side panel, bar -> background
  readWalk(): WalkState;
  startWalk(request: StartRequest): Outcome<{ sessionId: string }>;
  pauseWalk(reason: string): Outcome;
  resumeWalk(): Outcome;
  /** Takes a tab into the walk that came without the browser saying from where. */
  joinTab(tab: number): Outcome;
  finishWalk(outcome: 'stopped' | 'submitted' | 'withdrawn' | 'unknown'): Outcome<{ sessionId: string }>;
  tagPainPoint(tag: TagRequest): Outcome<{ painPointId: string }>;
  amendPainPoint(amend: { id: string; change: TagChange }): Outcome;
  untagPainPoint(id: string): Outcome;
  /** Marks the last 60 seconds, to be filled in later. */
  setBookmark(): Outcome<{ bookmarkId: string }>;
  dropBookmark(id: string): Outcome<{ bookmark: Bookmark }>;
  putBackBookmark(bookmark: Bookmark): Outcome;
  /** Lets the walker point at an element of the page they look at. */
  beginPick(from: PickFrom): Outcome;
  cancelPick(): void;
  /** Forgets the element that waits for the next tag. */
  dropPicked(): Outcome;
  renameStep(name: string): Outcome;
  beginStep(name: string): Outcome;
  addAim(aim: AimRequest): Outcome<{ aimId: string }>;
  judgeAim(verdict: AimVerdict): Outcome;
  dropAim(id: string): Outcome;
  /** The walker's word on the whole; null takes it back. */
  rateWalk(rating: RatingGiven | null): Outcome;
  /** Looks the visible page over for accessibility and elder-friendliness. */
  checkPage(): Outcome<{ kinds: number; places: number }>;
  /** The accompanied person's consent: from now on pages are recorded in full. */
  recordConsent(request: ConsentRequest): Outcome;
  /** Back to metrics; with `erase` what was recorded under it is deleted, and what is left of it told. */
  withdrawConsent(erase: boolean): Outcome<{ left?: Record<string, number> }>;

  // screens -> background, about finished or unfinished sessions
  recoverWalk(request: { sessionId: string; how: 'continue' | 'finish' }): Outcome;
  handIn(sessionId: string): Outcome;

  // background -> frames of a session's tab
  stopRecording(): void;
  /** Stops and asks for its orders anew. */
  beginAnew(): void;
  setPaused(paused: boolean): void;
  measureFrame(): FrameMeasure | null;
  /** What another document of the session has learned. */
  hearLearned(digests: string[]): void;
  /** The rules of the style sheet at this address as the page holds them, where it may read them. */
  readSheet(url: string): string | null;
  hideBar(hidden: boolean): void;
  /** Asks in the bar, once a walk, whether the walker means to file for real; false: stops before submitting. */
  warnBeforeSubmit(): boolean | null;
  /** To all frames of a tab: from now on a click points at an element, and reaches nothing. */
  pickElement(from: PickFrom): void;
  endPick(): void;
  /** Confirms in the bar that a bookmark was set, with a way back. */
  showBookmark(told: { id: string; from: number; to: number }): void;
  /** Opens the bar's tagging panel, from the keyboard shortcut. */
  openTagging(): void;
  walkChanged(state: WalkState): void;
};

export const { sendMessage, onMessage, removeAllListeners } = defineExtensionMessaging<Protocol>();
