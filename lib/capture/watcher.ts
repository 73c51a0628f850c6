import type { Action } from '../model/action.ts';
import type { Incident } from '../model/incident.ts';
import type { Visit } from '../model/visit.ts';

export type PageAction = Omit<Action, 'stream' | 'tab' | 'frame'>;
export type PageIncident = Omit<Incident, 'stream' | 'tab' | 'frame'>;
export type PageVisit = Omit<Visit, 'tab' | 'frame'>;

/** Where a watcher puts what it saw. Everything handed in is redacted already. */
export type Report = {
  action(action: PageAction): void;
  incident(incident: PageIncident): void;
  visit(visit: PageVisit): void;
  /** Counts of values masked, by kind. */
  masked(found: Record<string, number>): void;
};

/** What a watcher may know of its frame. */
export type FrameContext = {
  /** `metrics` keeps every text of the page out. */
  privacy: 'full' | 'metrics';
  redactText(text: string): string;
  redactUrl(url: string): string;
  /** Keyed mark of a typed value, for repeat entry; undefined for values too short to mean anything. */
  markOf(value: string): Promise<string | undefined>;
};

/** A watcher listens until the signal aborts: that is its only off-switch. */
export type Watcher = (report: Report, context: FrameContext, signal: AbortSignal) => void;

/** A fresh id: unguessable, sorts by nothing. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}
