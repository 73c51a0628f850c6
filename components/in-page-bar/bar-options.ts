import type { AimVerdict } from '../../lib/model/aim.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { RatingLevel } from '../../lib/model/rating.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';

/** What the bar needs of the checklists. `elsewhere`: not visible on a PC, shown last and in grey. */
export type BarDimension = {
  id: string;
  name: string;
  items: { id: string; text: string; elsewhere?: boolean }[];
};

export type BarTag = Pick<PainPoint, 'kind' | 'dimensionId' | 'checkItemId' | 'severity'> & {
  /** The bookmark that is filled in by it. */
  bookmarkId?: string;
};
/** `persona: null` is anyone. */
export type BarTagChange = Partial<
  Pick<PainPoint, 'severity' | 'note' | 'need' | 'measure' | 'moreCheckItems'>
> & {
  persona?: PainPoint['persona'] | null;
};
type Failed = { ok: false; code: string; detail: string };

/** How the walk ended, as the session keeps it. */
export type BarOutcome = 'stopped' | 'submitted' | 'withdrawn' | 'unknown';

/** Left and top edge of the bar in the viewport, CSS pixels. */
export type BarPosition = { x: number; y: number };

/** What the walk is like now. */
export type ReadState = () => WalkState;

/** What the views know: what the bar was mounted with, and how the walk stands. */
export type BarOptions = MountOptions & { readState: ReadState };

export type MountOptions = {
  document: Document;
  /** The UI sentence of a key, `$1 …` replaced. Keys used: bar.*, tag.*, bookmark.*, pick.*, persona.*, aims.*, rating.*, problem.*, walk.busy.*, walk.finish.*. */
  text(key: string, ...values: (string | number)[]): string;
  readDimensions(): Promise<BarDimension[]>;
  /** Keeps the tag; the last 60 seconds, or those of its bookmark, are its interval. */
  onTag(tag: BarTag): Promise<{ ok: true; painPointId: string } | Failed>;
  onAmendTag(id: string, change: BarTagChange): void;
  onUntag(id: string): void;
  /** Marks the last 60 seconds, to be filled in later. */
  onBookmark(): void;
  onDropBookmark(id: string): void;
  /** Lets the walker point at an element of the page. */
  onPick(): Promise<{ ok: true } | Failed>;
  /** Forgets the element that was pointed at. */
  onDropPicked(): void;
  onJudgeAim(verdict: AimVerdict): void;
  /** Null takes it back. */
  onRate(level: RatingLevel | null): void;
  onPause(): void;
  onResume(): void;
  onFinish(outcome: BarOutcome): void;
  /** Left out where there is no panel to open. */
  onOpenPanel?(): void;
  looksPersonal?(text: string): Promise<string[]>;
  /** Where the bar was left; at the lower left without it. */
  position?: BarPosition | undefined;
  onMoved?(position: BarPosition): void;
  now?(): number;
};
