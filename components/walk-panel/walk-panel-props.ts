import type { ReactNode } from 'react';
import type { Aim, AimRequest, AimVerdict } from '../../lib/model/aim.ts';
import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import type { ConsentRequest } from '../../lib/model/consent.ts';
import type { PageCheckTimes } from '../../lib/model/page-check.ts';
import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';
import type { ItemSearch } from '../../lib/model/search-items.ts';
import type { ItemMarks } from '../../lib/model/service-item.ts';
import type { Session } from '../../lib/model/session.ts';
import type { Perspective, WalkMode } from '../../lib/model/walk-mode.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';
import type { ReadOpenProblems } from '../aims/aims-field.tsx';
import type { LastTagged, LooksPersonal, Tag, TagChange } from '../tagging/tag.ts';
import type { SiteEntry } from './entry-links.ts';

/** What the start form asks for; the tab is the one shown to it. */
export type StartChoice = {
  programmeId: string;
  itemName: string;
  /** Only when the walker kept a suggestion or catalogue item that carries one. */
  itemCode?: string;
  itemMarks: ItemMarks;
  mode: WalkMode;
  perspective: Perspective;
  /** Of the accompanied person, when they gave it before the start. */
  consent?: ConsentRequest;
  /** What the walker wants to look for; may be empty. */
  aims: readonly AimRequest[];
  pageChecks: PageCheckTimes;
};

export type WalkOutcome = Session['outcome'];

/** Why a page cannot be recorded; other words are shown as `other`. */
export type WhyNot = 'none' | 'browserPage' | 'store' | 'file' | 'other';

export type CurrentTab = {
  id: number;
  title: string;
  url: string;
  recordable: boolean;
  why?: string;
};

/** The items of all imported catalogues, to be searched and found by their exact name. */
export type Catalogue = { search: ItemSearch; named(name: string): readonly CatalogueItem[] };

export type UnfinishedWalk = { id: string; itemName: string; startedAt: number };

/** What is under way; names a sentence `walk.busy.*`. */
export type Busy =
  | 'starting'
  | 'pausing'
  | 'resuming'
  | 'finishing'
  | 'recovering'
  | 'tagging'
  | 'checking'
  | 'consenting'
  | 'joining';

export type Marking = {
  /** Dropped a moment ago, to be put back. */
  dropped?: { at: number } | undefined;
  onBookmark(): void;
  onDropBookmark(id: string): void;
  onPutBackBookmark(): void;
  onPick(): void;
  onCancelPick(): void;
  onDropPicked(): void;
  /** Opens the screenshot of what was tagged to be drawn on. */
  onDraw(painPointId: string): void;
};

/** Popup and side panel are this one screen; times are absolute milliseconds. */
export type WalkPanelProps = {
  /** The side panel fills its width, the popup is 380 px wide. */
  place: 'popup' | 'sidePanel';
  /** undefined while it is being read. */
  state: WalkState | undefined;
  programmes: readonly Programme[];
  programmeId?: string | undefined;
  walkerNamed: boolean;
  /** Items walked lately, newest first; the chosen programme's own come after them. */
  suggestedItems: readonly SuggestedItem[];
  /** The imported catalogues; left out until they are read and where there are none. */
  catalogue?: Catalogue | undefined;
  /** The portals there are profiles of; left out until they are read. */
  sites?: readonly SiteEntry[] | undefined;
  /** What the walker chose last time. */
  defaults?: { mode?: WalkMode; perspective?: Perspective } | undefined;
  /** undefined when no web page is open. */
  tab: CurrentTab | undefined;
  permission: 'granted' | 'missing';
  unfinished: readonly UnfinishedWalk[];
  /** The walk finished a moment ago, offered for review. */
  lastFinished?: { id: string; itemName: string } | undefined;
  /** What stands under that offer, such as its suggestions. */
  afterWalk?: ReactNode;
  lastTagged?: LastTagged | undefined;
  busy?: Busy | undefined;
  /** `code` names a sentence `problem.*`; unknown codes are shown with their detail. */
  problem?: { code: string; detail: string } | undefined;
  looksPersonal: LooksPersonal;
  /** Days a session stays here after its receipt, as the notice says it. */
  keepDays?: number | undefined;
  /** What was found of an erased stretch afterwards: rows; undefined when nothing was erased. */
  erased?: number | undefined;
  /** The clock of the state's moments; Date.now unless a test says otherwise. */
  now?: () => number;

  onAskPermission(): void;
  onStart(choice: StartChoice): void;
  /** `reason` is a short sentence, empty when none was given. */
  onPause(reason: string): void;
  onResume(): void;
  /** Takes the tab shown into the walk; absent where there is no walk to take it into. */
  onJoinTab?: (() => void) | undefined;
  onFinish(outcome: WalkOutcome): void;
  /** Looks the page over for accessibility; absent where that cannot be done. */
  onCheckPage?: (() => void) | undefined;
  /** What the last check found. */
  checked?: { kinds: number; places: number } | undefined;
  /** With `aimId`, that aim was found in it. */
  onTag(tag: Tag, itemText: string, aimId?: string): void;
  /** Open problems of earlier walks, offered as aims; absent where they cannot be read. */
  readOpenProblems?: ReadOpenProblems | undefined;
  onAddAim?(words: string): void;
  onJudgeAim?(verdict: AimVerdict): void;
  onDropAim?(id: Aim['id']): void;
  /** Bookmarks, the element pointed at, and what is drawn. */
  marking: Marking;
  onUntag(id: string): void;
  onAmendTag(id: string, change: TagChange): void;
  onRenameStep(name: string): void;
  onBeginStep(name: string): void;
  onRecordConsent?(request: ConsentRequest): void;
  /** With `erase`, what was recorded under the consent is deleted. */
  onWithdrawConsent?(erase: boolean): void;
  onRecover(id: string, how: 'continue' | 'finish'): void;
  onOpenReview(id?: string): void;
  onOpenOptions(): void;
  /** Left out where the browser has no side panel. */
  onOpenSidePanel?(): void;
};
