import { hostMatches, SiteProfile } from '../model/site-profile.ts';
import type { OpenWalk, SessionRow, WalkDependencies } from './types.ts';
import { inTime } from './with-limit.ts';

/** A database that does not answer by then is blocked or broken, ms. */
const patience = 3000;
/** Where a copy of the open walk lies, and what of it is not in the database yet: outlives the worker, never touches a disk. */
const mirror = 'openWalk';
const unwritten = 'openWalkPutOff';
type Mirror = { openWalk?: OpenWalk | null; openWalkPutOff?: Partial<SessionRow> };

/**
 * The walk that is open, found again after the worker was stopped: nothing that matters lives in memory. A run of
 * the browser has a name in `storage.session`, which outlives the worker but not the browser. A copy of the session
 * lies beside it: with it a worker that begins while the database is broken still knows whose events these are.
 */
export function createCurrentWalk({
  browser,
  store,
  packs,
  opened,
}: Pick<WalkDependencies, 'browser' | 'store' | 'packs'> & {
  /** Makes ready what masking needs to know of a session, before anybody sees the walk. */
  opened?(session: SessionRow): Promise<void>;
}) {
  let run: Promise<string> | undefined;
  let cached: Promise<OpenWalk | undefined> | undefined;
  let putOff: Partial<SessionRow> = {};
  let latest: OpenWalk | undefined;

  const nameOfRun = async (): Promise<string> => {
    const { run: known } = await browser.storage.session.get<{ run?: string }>('run');
    if (known) return known;
    const fresh = crypto.randomUUID();
    await browser.storage.session.set({ run: fresh });
    return fresh;
  };
  const load = async (): Promise<OpenWalk | undefined> => {
    const walk = await loadWalk();
    if (walk) await opened?.(walk.session);
    return walk;
  };
  const loadWalk = async (): Promise<OpenWalk | undefined> => {
    const run = await browserRun();
    const reading = read(run);
    const before = await browser.storage.session.get<Mirror>([mirror, unwritten]);
    const copy = before[mirror];
    let walk: OpenWalk | undefined;
    try {
      walk = await inTime(reading, patience);
    } catch {
      // Nothing to go by but the database, however slow it is.
      if (copy === undefined) return reading;
      walk = copy?.session.browserRun === run ? copy : undefined;
      if (walk) putOff = { ...before[unwritten], ...putOff };
      return walk;
    }
    // What the worker before could not write is newer than what the database has.
    if (walk && walk.session.id === copy?.session.id) {
      putOff = { ...before[unwritten], ...putOff };
      Object.assign(walk.session, putOff);
    }
    keepCopy(walk);
    return walk;
  };
  const read = async (run: string): Promise<OpenWalk | undefined> => {
    const session = await store.reopening(() => store.sessions.findOpen(run));
    return session && withProfile(session);
  };
  const writePutOff = async ({ session }: OpenWalk): Promise<void> => {
    const patch = putOff;
    if (!Object.keys(patch).length) return;
    await inTime(
      store.reopening(() => store.db.sessions.update(session.id, patch)),
      patience,
    );
    // Changed again meanwhile: the newer state is written next time.
    if (putOff !== patch) return;
    putOff = {};
    if (latest) keepCopy(latest);
  };
  const keepCopy = (walk: OpenWalk | undefined) => {
    latest = walk;
    void browser.storage.session.set({ [mirror]: walk ?? null, [unwritten]: putOff }).catch(() => undefined);
  };
  const withProfile = async (session: SessionRow): Promise<OpenWalk> => {
    const profiles = await packs.siteProfiles();
    const profile = profiles.find(({ id }) => id === session.siteProfileId);
    return { session, profile: withHosts(profile, session.policy?.hostsNeverRecorded ?? []) };
  };
  const browserRun = () => (run ??= nameOfRun());
  const find = () =>
    (cached ??= load().catch((error: unknown) => {
      cached = undefined;
      throw error;
    }));

  return {
    browserRun,
    /** The open walk, or undefined. */
    find,
    /** The open walk as this worker last knew it, for what cannot wait. */
    peek: () => latest,
    /** Any session with the profile it was walked with. */
    withProfile,
    /** The open walk when this tab belongs to it, or undefined. */
    async findFor(tab: number): Promise<OpenWalk | undefined> {
      const walk = await find();
      return walk?.session.tabs.includes(tab) ? walk : undefined;
    },
    /** Writes a change and goes on with the changed walk. */
    async change(
      change: Partial<SessionRow> | ((session: SessionRow) => Partial<SessionRow>),
    ): Promise<void> {
      const walk = await find();
      if (!walk) return;
      const written = await store.db.transaction('rw', store.db.sessions, async () => {
        const row = await store.db.sessions.get(walk.session.id);
        if (!row) return undefined;
        const patch = typeof change === 'function' ? change(row) : change;
        await store.db.sessions.update(row.id, patch);
        return patch;
      });
      // Only now: a full disk may take a transaction back when it is committed.
      Object.assign(walk.session, written);
      keepCopy(walk);
    },
    /** As `change`; a database that takes nothing only puts off its writing: what was changed counts at once. */
    async note(change: (session: SessionRow) => Partial<SessionRow>): Promise<void> {
      const walk = await find();
      if (!walk) return;
      const patch = change(walk.session);
      Object.assign(walk.session, patch);
      putOff = { ...putOff, ...patch };
      keepCopy(walk);
      await writePutOff(walk).catch(() => undefined);
    },
    /** Writes what was put off; throws while it cannot be written. */
    async settle(): Promise<void> {
      const walk = await find();
      if (walk) await writePutOff(walk);
    },
    /** Forgets what is cached, after a walk began or ended. */
    reload() {
      cached = undefined;
      putOff = {};
    },
  };
}
export type CurrentWalk = ReturnType<typeof createCurrentWalk>;

/** The profile whose portal this address belongs to, those the programme names first. */
export function profileFor(
  url: string,
  profiles: readonly SiteProfile[],
  preferred: readonly string[],
): SiteProfile | undefined {
  let host: string;
  try {
    host = new URL(url).host;
  } catch {
    return undefined;
  }
  const fits = profiles.filter((profile) => hostMatches(host, [...profile.hosts, ...profile.identityHosts]));
  return fits.find((profile) => preferred.includes(profile.id)) ?? fits[0];
}

/** How provinces name the hosts of their unified login (统一身份认证), before the portal's own domain. */
const identityLabel = /(?:^|\.)(?:tyrz|sso|cas|passport|oauth2?|uaa|idp)\d*(?:\.[^.]+){2,}$/i;

/** True when nothing but times may be recorded at this address: by the profile, or by the host's name on any portal. */
export function isIdentityAddress(url: string, profile: SiteProfile | undefined): boolean {
  try {
    const { host, hostname } = new URL(url);
    return identityLabel.test(hostname) || hostMatches(host, profile?.identityHosts ?? []);
  } catch {
    return false;
  }
}

/** A profile that also takes these hosts for identity hosts; where no profile fits, one made of them alone. */
export function withHosts(
  profile: SiteProfile | undefined,
  hosts: readonly string[],
): SiteProfile | undefined {
  if (!hosts.length) return profile;
  return {
    ...(profile ?? SiteProfile.parse({ id: 'policy', name: 'policy', hosts })),
    identityHosts: [...(profile?.identityHosts ?? []), ...hosts],
  };
}
