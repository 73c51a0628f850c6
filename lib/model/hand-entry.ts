import { unlinkPainPoint } from './aim.ts';
import { channelText } from './channel.ts';
import type { PainPoint } from './pain-point.ts';
import type { SessionReport } from './report.ts';
import type { Screenshot } from './screenshot.ts';
import type { Session } from './session.ts';
import { nothingStated, type StatedStep, type StatedWalk } from './stated-walk.ts';

/** A walk entered by hand while it is being written: its session (a draft until it is finished), and what hangs on it. */
export type HandEntry = {
  session: Session & { entry: 'by-hand'; stated: StatedWalk };
  painPoints: PainPoint[];
  photos: Screenshot[];
};

/** Not said yet: a draft knows its beginning only once the walker has said it. */
export const unsaidMoment = 0;

/** What keeps an entry from being finished, by the field it is about. */
export const entryProblems = [
  'item',
  'channel',
  'platform',
  'begun',
  'ended',
  'order',
  'future',
  'stepName',
  'photos',
] as const;
export type EntryProblem = (typeof entryProblems)[number];

/** An entry with nothing in it but who writes it, and of which programme. */
export function newHandEntry(
  about: Pick<
    Session,
    'id' | 'mode' | 'perspective' | 'programme' | 'walker' | 'recorderVersion' | 'policy' | 'privacy'
  >,
): HandEntry {
  return {
    session: {
      ...about,
      state: 'draft',
      entry: 'by-hand',
      item: { name: '' },
      channel: '',
      stated: nothingStated,
      startedAt: unsaidMoment,
      pauses: [],
      outcome: 'unknown',
      recovered: false,
    },
    painPoints: [],
    photos: [],
  };
}

/** What is still missing or cannot be, in the order of the form. `now` is a moment. */
export function problemsInEntry({ session, photos }: HandEntry, now: number): EntryProblem[] {
  const { item, channelKind, stated, startedAt, endedAt } = session;
  const problems: [EntryProblem, boolean][] = [
    ['item', !item.name.trim()],
    // What is walked on a PC is recorded; it is not entered by hand.
    ['channel', channelKind === undefined || channelKind === 'pc'],
    ['platform', channelKind === 'other' && !stated.platform.trim()],
    ['begun', startedAt === unsaidMoment],
    ['ended', endedAt === undefined],
    ['order', endedAt !== undefined && startedAt !== unsaidMoment && endedAt < startedAt],
    ['future', Math.max(startedAt, endedAt ?? 0) > now],
    ['stepName', stated.steps.some((step) => !isBlankStep(step) && !step.name.trim())],
    // Beside an accompanied person no pictures without their consent, as on a walk that is recorded.
    ['photos', session.privacy === 'metrics' && photos.length > 0],
  ];
  return problems.flatMap(([problem, is]) => (is ? [problem] : []));
}

/** A line of the form in which nothing was written. */
export function isBlankStep({ name, minutes, note, stage }: StatedStep): boolean {
  return !name.trim() && minutes === undefined && !note.trim() && stage === 'other';
}

/**
 * The entry as it is kept: channel put together, blank lines left out, and what hangs on it moved to where the walk is
 * said to have been. An aim found in a point that was deleted is open again. Pain points keep their order by a millisecond each: nothing tells when within the walk they were.
 */
export function settleEntry({ session, painPoints, photos }: HandEntry): HandEntry {
  const { stated, startedAt } = session;
  const endedAt = Math.max(startedAt, session.endedAt ?? startedAt);
  const steps = stated.steps.filter((step) => !isBlankStep(step));
  const known = new Set(steps.map((step) => step.id));
  const pictures = new Set(photos.map((photo) => photo.id));
  const points = new Set(painPoints.map((point) => point.id));
  const gone = (session.aims ?? [])
    .flatMap(({ painPointIds }) => painPointIds)
    .filter((id) => !points.has(id));
  const aims = session.aims && gone.reduce(unlinkPainPoint, session.aims);
  return {
    session: {
      ...session,
      item: { ...session.item, name: session.item.name.trim() },
      channel: session.channelKind ? channelText(session.channelKind, stated.platform) : '',
      stated: { ...stated, steps },
      ...(aims ? { aims } : {}),
    },
    painPoints: painPoints.map(({ stepId, screenshotId, ...point }, n) => ({
      ...point,
      at: startedAt + n,
      interval: { from: startedAt, to: endedAt },
      ...(stepId && known.has(stepId) ? { stepId } : {}),
      ...(screenshotId && pictures.has(screenshotId) ? { screenshotId } : {}),
    })),
    photos: photos.map((photo, n) => ({ ...photo, at: startedAt + n })),
  };
}

/** What an entry is as a report, so that screens made for reports can show it while it is being written. */
export function reportOfEntry({ session, painPoints, photos }: HandEntry): SessionReport {
  return {
    schema: 'zouyibian/session-report',
    version: 1,
    id: session.id,
    createdAt: session.endedAt ?? session.startedAt,
    recorder: { name: '', version: session.recorderVersion, browser: '' },
    session,
    streams: [],
    chunks: [],
    visits: [],
    steps: [],
    actions: [],
    incidents: [],
    requests: [],
    screenshots: photos,
    assets: [],
    pageTimings: [],
    fields: [],
    waits: [],
    sightings: [],
    guidePages: [],
    pageChecks: [],
    painPoints,
    bookmarks: [],
    decisions: [],
    gaps: [],
    cost: [],
    coverage: { walkedMs: 0, recordedMs: 0, frames: 0, framesRecorded: 0 },
    masked: {},
    maskCounts: [],
    objects: [],
  };
}
