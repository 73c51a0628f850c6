import { Action } from '../model/action.ts';
import { AssetSeen } from '../model/asset.ts';
import { Field } from '../model/field.ts';
import { PageGap } from '../model/gap.ts';
import { GuidePage } from '../model/guide-page.ts';
import { Incident } from '../model/incident.ts';
import { PageTiming } from '../model/page-timing.ts';
import { Sighting } from '../model/sighting.ts';
import { addressOf, findStageRule, type SiteProfile } from '../model/site-profile.ts';
import { Visit } from '../model/visit.ts';
import { Wait } from '../model/wait.ts';
import { z } from '../model/zod.ts';
import type { Store } from '../store/open-store.ts';
import { isIdentityStream, kindsOnly } from './kinds-only.ts';
import { metricsOnly } from './metrics-only.ts';
import { quietRulesOf } from './redact-by-policy.ts';
import { settleWaits } from './settle-waits.ts';
import type { OpenWalk } from './types.ts';

/** The envelope of a batch; rows inside are parsed one by one, so that a bad one does not take the others with it. */
const Envelope = z.object({
  events: z.array(z.looseObject({ type: z.number().int().min(0).max(6), timestamp: z.number().finite() })),
  actions: z.array(z.unknown()),
  incidents: z.array(z.unknown()),
  visits: z.array(z.unknown()),
  fields: z.array(z.unknown()),
  waits: z.array(z.unknown()),
  sightings: z.array(z.unknown()),
  timings: z.array(z.unknown()),
  guides: z.array(z.unknown()).default([]),
  gaps: z.array(z.unknown()).default([]),
  assets: z.array(z.unknown()),
  masked: z.record(z.string().max(60), z.number().int().nonnegative()),
  cost: z.object({ snapshotMs: z.number(), eventsMs: z.number(), longestMs: z.number() }),
});

/** What a batch changed that others may want to know. */
export type Received = {
  incidents: Incident[];
  visits: Visit[];
  assets: AssetSeen[];
  gaps: PageGap[];
  /** When the walker did something by hand, in order. */
  acted: number[];
  refused: number;
};
const byHand = /^(?:click|type|select|check|upload|drag|key)$/;

/**
 * Parses one batch from a page, which is untrusted even from our own recorder, and keeps it. Rows that do not fit are
 * counted, not kept. So is a batch that is no batch at all: sent again it would fit no better and hold up all that
 * come after it; its missing number shows in the evidence.
 */
export async function receiveBatch(
  store: Store,
  walk: OpenWalk,
  from: { stream: string; tab: number; frame: number },
  seq: number,
  json: string,
): Promise<Received> {
  const whole = findContent(json);
  const allowed =
    whole && walk.session.privacy === 'metrics'
      ? metricsOnly(whole, quietRulesOf(walk.session, walk.profile))
      : whole;
  const content = allowed && isIdentityStream(from.stream) ? kindsOnly(allowed) : allowed;
  if (!content) return { incidents: [], visits: [], assets: [], gaps: [], acted: [], refused: 1 };
  let refused = 0;
  const rows = <T extends z.ZodType>(schema: T, list: unknown[]): z.infer<T>[] =>
    list.flatMap((row) => {
      const parsed = schema.safeParse({ ...(row as object), ...from });
      if (!parsed.success) refused += 1;
      return parsed.success ? [parsed.data] : [];
    });
  const incidents = await withoutFirstLogin(store, walk, rows(Incident, content.incidents));
  const gaps = rows(PageGap, content.gaps);
  const actions = rows(Action, content.actions);
  const visits = await withStages(store, walk, rows(Visit, content.visits));
  await store.keepBatch({
    sessionId: walk.session.id,
    stream: from.stream,
    seq,
    events: content.events,
    actions,
    incidents,
    visits,
    fields: rows(Field, content.fields),
    waits: await settleWaits(store, walk, rows(Wait, content.waits)),
    sightings: rows(Sighting, content.sightings),
    timings: rows(PageTiming, content.timings),
    guides: rows(GuidePage, content.guides),
    gaps,
    masked: content.masked,
    cost: content.cost,
    size: json.length,
  });
  const acted = actions.filter(({ kind }) => byHand.test(kind)).map(({ at }) => at);
  return { incidents, visits, assets: rows(AssetSeen, content.assets), gaps, acted, refused };
}

function findContent(json: string): z.infer<typeof Envelope> | undefined {
  try {
    return Envelope.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

function withStage(visit: Visit, profile: SiteProfile | undefined): Visit {
  const stage = visit.stage ?? findStageRule(visit.url, profile)?.stage;
  return stage ? { ...visit, stage } : visit;
}

/** A path segment that redaction has hidden: rules that spell it out no longer fit. */
const hidden = /\/_[A-Z]{3}(?:[/.#]|$)/;

/** Where the profile's rules see a hidden segment, the stage is the one the page's own visit was given before. */
async function withStages(store: Store, { session, profile }: OpenWalk, told: Visit[]): Promise<Visit[]> {
  const visits = told.map((visit) => withStage(visit, profile));
  const open = visits.filter(({ stage, url }) => !stage && hidden.test(addressOf(url)));
  if (open.length === 0) return visits;
  const known = await store.db.visits
    .where({ sessionId: session.id })
    .filter(({ stage, kind }) => stage !== undefined && kind !== 'wizard')
    .toArray();
  return visits.map((visit) => {
    if (!open.includes(visit)) return visit;
    const here = (other: Visit) => other.tab === visit.tab && addressOf(other.url) === addressOf(visit.url);
    const stage = known.filter(here).at(-1)?.stage;
    return stage ? { ...visit, stage } : visit;
  });
}

/** A login form is a second login only when the walker had logged in, or met another login, before on this walk. */
async function withoutFirstLogin(store: Store, walk: OpenWalk, incidents: Incident[]): Promise<Incident[]> {
  const kept: Incident[] = [];
  for (const incident of incidents) {
    if (incident.kind !== 'login-again') {
      kept.push(incident);
      continue;
    }
    const sessionId = walk.session.id;
    const visits = await store.db.visits
      .where({ sessionId })
      .filter((visit) => visit.identity)
      .count();
    const host = incident.message;
    const seen = (walk.session.loginHosts ?? []).filter((other) => other !== host);
    if (visits > 0 || seen.length > 0) kept.push(incident);
    await store.db.sessions.update(sessionId, { loginHosts: [...new Set([...seen, host])] });
    walk.session.loginHosts = [...new Set([...seen, host])];
  }
  return kept;
}
