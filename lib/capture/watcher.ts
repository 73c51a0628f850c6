import type { Action } from '../model/action.ts';
import type { Field } from '../model/field.ts';
import type { PageGap as GapRow } from '../model/gap.ts';
import type { GuidePage } from '../model/guide-page.ts';
import type { Incident } from '../model/incident.ts';
import type { PageTiming } from '../model/page-timing.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Visit } from '../model/visit.ts';
import type { Wait } from '../model/wait.ts';

export type PageAction = Omit<Action, 'stream' | 'tab' | 'frame'>;
export type PageIncident = Omit<Incident, 'stream' | 'tab' | 'frame'>;
export type PageVisit = Omit<Visit, 'tab' | 'frame'>;
export type PageField = Omit<Field, 'stream' | 'tab' | 'frame'>;
export type PageWait = Omit<Wait, 'stream' | 'tab' | 'frame'>;
export type PageSighting = Omit<Sighting, 'stream' | 'tab' | 'frame'>;
/** Under the id of one reported before it takes that one's place, as when it goes on; without an id it is new. */
export type PageGap = Omit<GapRow, 'id' | 'stream' | 'tab' | 'detail'> & { id?: string; detail?: string };
export type PageTimings = Omit<PageTiming, 'stream' | 'tab' | 'frame'>;

export type PageGuide = Omit<GuidePage, 'stream' | 'tab' | 'frame'>;

/** Where a watcher puts what it saw. Everything handed in is redacted already. */
export type Report = {
  action(action: PageAction): void;
  incident(incident: PageIncident): void;
  visit(visit: PageVisit): void;
  field(field: PageField): void;
  /** Reported at its beginning and again, under the same id, when it ends. */
  wait(wait: PageWait): void;
  sighting(sighting: PageSighting): void;
  /** Reported anew under the same id whenever a better figure is known. */
  timings(timings: PageTimings): void;
  /** Reported anew under the same id when more of the guide has come. */
  guide(guide: PageGuide): void;
  /** A stretch of this frame that could not be captured, and why; its replay must go on with a fresh snapshot. */
  gap(gap: PageGap): void;
  /** Counts of values masked, by kind. */
  masked(found: Record<string, number>): void;
};

/** What a watcher may know of its frame. */
export type FrameContext = {
  /** The stream this document was given; a document has one. */
  stream: string;
  /** `metrics` keeps every text of the page out. */
  privacy: 'full' | 'metrics';
  /** Masks first what the page has changed, all of it at once. */
  redactText(text: string): string;
  /** Masks what the page has changed as far as that does not hold the page; true when all is. */
  catchesUp(): boolean;
  /** Does something once all that was shown so far has taught what to mask, at once where it has. */
  onceLearned(job: () => void): void;
  redactUrl(url: string): string;
  /** Keyed mark of a typed value, for repeat entry; undefined for values too short to mean anything. */
  markOf(value: string): Promise<string | undefined>;
};

/** A watcher listens until the signal aborts: that is its only off-switch. */
export type Watcher = (report: Report, context: FrameContext, signal: AbortSignal) => void;

/** A secret nobody can guess, 20 characters. */
export function freshToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}

/** What the ids of this document begin with, and how many it has given. */
let own: string | undefined;
let given = 0;

/** A fresh id, which no other document gives. A frame's token must not be one: pages see it. */
export function freshId(): string {
  own ??= freshToken();
  given += 1;
  return `${own}-${given.toString(36)}`;
}
