import { decodeEvents } from '../model/chunk-codec/index.ts';
import { type Path, seeFreeTexts } from '../model/free-texts.ts';
import type { PersonalFinding } from '../model/personal-finding.ts';
import { SessionReport } from '../model/report.ts';
import { sha256 } from './hash.ts';
import { inflate } from './inflate.ts';
import { seeEventTexts } from './scan/event-texts.ts';
import { fieldOf } from './scan/field-of.ts';
import { createTextFinder, type EventScanner, type Match, type Scanner } from './scan/find-in-text.ts';
import { cssTexts, svgTexts } from './scan/markup-texts.ts';
import { isLookedAt, isOwnWords } from './scan/own-words.ts';

export type { EventScanner, Scanner } from './scan/find-in-text.ts';

export type ScanOptions = {
  scan: Scanner;
  /** Makes ready for one chunk; without it each text of an event is looked at by itself. */
  scanEvents?(): EventScanner;
  /** Reads an object's bytes; without it replay and assets are not looked through. */
  readObject?(object: string): Promise<Uint8Array>;
  /** Objects already found clean: shared between scans of one session. */
  clean?: { has(object: string): boolean; add(object: string): unknown };
  onProgress?(done: number, total: number): void;
  signal?: AbortSignal;
  /** Gives way to others between slices. */
  giveWay?(): Promise<void>;
};

/** A slice of work between two pauses, ms: below what a person feels. */
const sliceMs = 12;
/** A replay shows no sheet that unpacks to more, bytes; a recorder keeps none of more than 3 MB. */
const mostInSheet = 16 << 20;
/** More are not listed: whoever has so many masks them in one go. */
export const mostFindings = 300;

/**
 * Looks once more through everything textual in a report: rows, replay events, style sheets and SVG pictures. Gives
 * what still looks like personal data, without what the walker confirmed to keep. Throws when `signal` aborts.
 */
export async function scanReport(report: SessionReport, options: ScanOptions): Promise<PersonalFinding[]> {
  const find = createTextFinder(options.scan);
  const giveWay = slicer(options);
  const findings: PersonalFinding[] = [];
  const look = (text: string, field: string, at: number | undefined): boolean => {
    const found = find(text);
    for (const { kind, start, end } of found) {
      if (findings.length < mostFindings)
        findings.push({ field, kind, at, text, start, end, own: undefined });
    }
    return found.length > 0;
  };

  const own: PersonalFinding[] = [];
  const rows: [string, Path][] = [];
  seeFreeTexts(SessionReport, report, (text, path) => rows.push([text, path]));
  for (const [text, path] of rows) {
    await giveWay();
    const field = fieldOf(report, path);
    if (!isLookedAt(field)) continue;
    const before = findings.length;
    if (look(text, field, momentOf(report, path)) && isOwnWords(report, path))
      own.push(...findings.splice(before));
  }
  const tell = (found: Match & { text: string }, field: string, at: number) => {
    const { kind, text, start, end } = found;
    if (findings.length < mostFindings) findings.push({ field, kind, at, text, start, end, own: undefined });
  };
  if (options.readObject) await lookThroughObjects(report, options, { look, tell }, giveWay);
  return [...findings, ...(await withoutKept(report, own))];
}

type Eyes = {
  look(text: string, field: string, at: number | undefined): boolean;
  tell(found: Match & { text: string }, field: string, at: number): void;
};

async function lookThroughObjects(
  report: SessionReport,
  { readObject, clean, onProgress, scanEvents }: ScanOptions,
  { look, tell }: Eyes,
  giveWay: () => Promise<void>,
): Promise<void> {
  const types = new Map(report.objects.map((entry) => [entry.object, entry.type]));
  const textAssets = report.assets.flatMap(({ kind, object }, n) => {
    const type = object && types.get(object);
    // That gzipped bytes are a style sheet is said by the list alone.
    const isPacked = type === 'application/gzip' && kind === 'style';
    return object && (isPacked || type === 'text/css' || type === 'image/svg+xml')
      ? [{ object, type, isPacked, n }]
      : [];
  });
  const total = report.chunks.length + textAssets.length;
  let done = 0;
  /** `as` for what the same bytes may be elsewhere, too: found clean as one, they are not as the other. */
  const step = async (object: string, work: (bytes: Uint8Array) => Promise<boolean>, as = '') => {
    const name = object + as;
    if (!clean?.has(name) && !(await work((await readObject?.(object)) as Uint8Array))) clean?.add(name);
    onProgress?.((done += 1), total);
    await giveWay();
  };
  for (const chunk of report.chunks)
    await step(chunk.object, async (bytes) => {
      const field = `chunks.${chunk.stream}.${chunk.n}`;
      const text = await inflate(bytes).catch(() => undefined);
      // What cannot be opened cannot be played either; whoever checks hashes and formats says so.
      const events = text === undefined ? [] : eventsOf(text, chunk.codec);
      const scanEvent = scanEvents?.();
      let any = false;
      for (const event of events ?? []) {
        const inWords = attempt(scanEvent, event).filter(isNoAddress);
        for (const found of inWords) tell(found, field, event.timestamp);
        any ||= inWords.length > 0;
        const told = new Set(inWords.map(({ text }) => text));
        seeEventTexts(event, (each) => {
          if (!told.has(each)) any = look(each, field, event.timestamp) || any;
        });
        await giveWay();
      }
      return events ? any : look(text ?? '', field, chunk.from);
    });
  for (const { object, type, isPacked, n } of textAssets)
    await step(
      object,
      async (bytes) => {
        const text = isPacked
          ? await inflate(bytes, mostInSheet).catch(() => '')
          : new TextDecoder().decode(bytes);
        let any = false;
        for (const each of type === 'image/svg+xml' ? svgTexts(text) : cssTexts(text))
          any = look(each, `assets.${n}`, undefined) || any;
        return any;
      },
      isPacked ? ' as a sheet' : '',
    );
}

/** Events no recorder wrote are looked at text by text, and refused where they would be played. */
function attempt(scanEvent: EventScanner | undefined, event: Event): ReturnType<EventScanner> {
  try {
    return scanEvent?.(event) ?? [];
  } catch {
    return [];
  }
}

/** That an address has a parameter with a value is not personal by itself; what it says is looked at apart. */
const isNoAddress = ({ kind }: Match) => kind !== 'url';

type Event = { type: number; timestamp: number; data?: unknown };

/** The events of a chunk's text; undefined for text that spells none. */
function eventsOf(text: string, codec: 'json' | 'compact-1'): Event[] | undefined {
  try {
    const events = codec === 'json' ? (JSON.parse(text) as unknown) : decodeEvents(text);
    return Array.isArray(events) ? events.filter((each) => each && typeof each === 'object') : undefined;
  } catch {
    return undefined;
  }
}

async function withoutKept(
  report: SessionReport,
  own: readonly PersonalFinding[],
): Promise<PersonalFinding[]> {
  const kept = new Set((report.edits?.kept ?? []).map((each) => `${each.field} ${each.kind} ${each.text}`));
  const named = await Promise.all(own.map(async (each) => ({ ...each, own: await sha256(each.text) })));
  return named.filter((each) => !kept.has(`${each.field} ${each.kind} ${each.own}`));
}

function momentOf(report: SessionReport, [list, at]: Path): number | undefined {
  if (typeof at !== 'number') return undefined;
  const rows = report[list as keyof SessionReport] as unknown as Record<string, number | undefined>[];
  const row = rows[at];
  return row?.at ?? row?.from ?? row?.startedAt;
}

function slicer({ signal, giveWay = () => new Promise((done) => setTimeout(done)) }: ScanOptions) {
  let since = Date.now();
  return async () => {
    if (signal?.aborted) throw signal.reason ?? new Error('aborted');
    if (Date.now() - since < sliceMs) return;
    await giveWay();
    since = Date.now();
  };
}
