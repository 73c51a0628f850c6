import type { DetectedStep, NamedStep } from '../assess/detect-steps.ts';
import type { Programme } from '../model/programme.ts';
import type { Session } from '../model/session.ts';
import type { SiteProfile } from '../model/site-profile.ts';
import type { Visit } from '../model/visit.ts';
import type { RedactionPolicy } from '../redact/policy.ts';
import type { SessionDigests } from '../redact/session-digests.ts';
import type { SessionRow, Store } from '../store/open-store.ts';
import type { CssTools } from './freeze-style.ts';

/** The extension APIs, handed in by the entrypoint. */
export type BrowserApi = typeof chrome;

/** Reads the packs that ship and the ones that were imported. */
export type Packs = {
  programmes(): Promise<Programme[]>;
  siteProfiles(): Promise<SiteProfile[]>;
};

/** What a session's own masking goes by. */
export type KnownToRedact = {
  policy?: RedactionPolicy;
  /** Secret by which tags tell values apart. */
  tagKey?: string;
  digests?: SessionDigests;
};

export type WalkDependencies = {
  browser: BrowserApi;
  store: Store;
  packs: Packs;
  version: string;
  redact: {
    text(text: string): string;
    url(url: string, profile: SiteProfile | undefined): string;
    /** The same by what a programme asks for beyond the floor, and by what the session knows. */
    by?(known: KnownToRedact): WalkDependencies['redact'];
  };
  /** What documents of a session tell each other, under a secret and with what is known already. */
  createDigests(secret: string, known: readonly string[]): SessionDigests;
  /** What freezing needs of the network and of CSS. */
  fetch: typeof fetch;
  css: CssTools;
  detectSteps(
    visits: readonly Visit[],
    walk: { from: number; to: number; actionTimes: readonly number[]; named?: readonly NamedStep[] },
  ): DetectedStep[];
  /** The browser's estimate of the room this extension has and uses. */
  estimateStorage(): Promise<StorageEstimate>;
  /** Shows on the browser's button whether the page that the walker looks at is left out of the walk. */
  markOutside(isOutside: boolean): void;
  /** Called once a walk is over: computes steps, gaps and coverage and seals the replay. */
  closeSession(session: SessionRow): Promise<void>;
};

export type OpenWalk = { session: SessionRow; profile: SiteProfile | undefined };
export type { Session, SessionRow };

/** A fresh id for rows made in the background. */
export function freshId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
