import type { AimVerdict } from '../../lib/model/aim.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { RatingLevel } from '../../lib/model/rating.ts';

/** What the bar needs of the checklists. `elsewhere`: not visible on a PC, shown last and in grey. */
export type BarDimension = {
  id: string;
  name: string;
  items: { id: string; text: string; elsewhere?: boolean }[];
};

export type BarTag = Pick<PainPoint, 'kind' | 'dimensionId' | 'checkItemId' | 'severity'>;
export type BarTagChange = Partial<Pick<PainPoint, 'severity' | 'note'>>;

/** How the walk ended, as the session keeps it. */
export type BarOutcome = 'stopped' | 'submitted' | 'withdrawn' | 'unknown';

/** Left and top edge of the bar in the viewport, CSS pixels. */
export type BarPosition = { x: number; y: number };

export type BarOptions = {
  document: Document;
  /** The UI sentence of a key, `$1 …` replaced. Keys used: bar.*, tag.*, aims.*, rating.*, problem.*, walk.busy.*, walk.finish.*. */
  text(key: string, ...values: (string | number)[]): string;
  readDimensions(): Promise<BarDimension[]>;
  /** Keeps the tag; the last 60 seconds are its interval. */
  onTag(
    tag: BarTag,
  ): Promise<{ ok: true; painPointId: string } | { ok: false; code: string; detail: string }>;
  onAmendTag(id: string, change: BarTagChange): void;
  onUntag(id: string): void;
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
