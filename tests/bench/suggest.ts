import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { computeSignals } from '../../lib/assess/signals/index.ts';
import { suggest as makeSuggestions } from '../../lib/assess/suggest/suggest.ts';
import { Programme } from '../../lib/model/programme.ts';
import { SessionReport } from '../../lib/model/report.ts';
import type { SignalCode } from '../../lib/model/signal.ts';
import type { Suggestion } from '../../lib/model/suggestion.ts';
import type { Fault } from '../portal/faults.ts';
import { startPortal } from '../portal/start-portal.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type Planted, plantedIn, said, wordsOf } from '../support/planted.ts';
import { makePlantedWalks, type PlantedWalks } from '../support/planted-walks.ts';
import { buildExtension } from './support/build-extension.ts';
import { round } from './support/numbers.ts';
import type { BenchOptions } from './support/options.ts';
import { printTable, tell } from './support/print-table.ts';

const programmes = join(import.meta.dirname, '..', '..', 'public', 'programmes');
/** What is planted to be measured and is no fault: the portal fills fields in by itself. */
const noFault: ReadonlySet<string> = new Set(['s-prefilled']);

type Row = { planted: number; found: number; made: number; right: number; missed: string[]; wrong: string[] };

/** Suggestions of the planted walks against what is planted; see the head of main.ts. */
export async function suggest({ built, rest }: BenchOptions): Promise<object> {
  const walks = (await readWalks(rest)) ?? (await makeWalks(built));
  const keep = valueAfter(rest, '--keep');
  if (keep) await writeFile(keep, JSON.stringify(walks));
  const pack = await readFile(join(programmes, 'liaoning-hr-2023.json'), 'utf8');
  const { checklists } = Programme.parse(JSON.parse(pack));
  const of = (report: SessionReport) => makeSuggestions(report, computeSignals(report), checklists);

  const rows = new Map<SignalCode, Row>();
  hold(rows, of(walks.residence), walks.residence, ['residence']);
  hold(rows, of(walks.others), walks.others, ['reemployment', 'crossRegion']);
  const clean = of(walks.clean);
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const kinds = [...rows].sort(([a], [b]) => a.localeCompare(b));
  printTable(
    'suggestions over the planted faults, by kind',
    ['kind', 'planted', 'found', 'missed', 'made', 'right', 'wrong', 'precision', 'recall'],
    kinds.map(([code, { planted, found, made, right }]) => [
      code,
      ...[planted, found, planted - found, made, right, made - right].map(String),
      ...[share(right, made), share(found, planted)].map((each) => String(round(each, 2))),
    ]),
  );
  for (const [code, { missed, wrong }] of kinds) {
    for (const id of missed) tell(`missed ${code}: ${id}`);
    for (const words of wrong) tell(`wrong ${code}: ${words}`);
  }
  for (const { reason } of clean) tell(`on the clean walk: ${reason.code} ${reason.subject}`);
  return {
    bench: 'suggest',
    precision: round(Math.min(...kinds.map(([, row]) => share(row.right, row.made))), 3),
    recall: round(Math.min(...kinds.map(([, row]) => share(row.found, row.planted))), 3),
    cleanWalk: clean.length,
  };
}

/** Enters the suggestions of one walk and the faults planted on it. */
function hold(
  rows: Map<SignalCode, Row>,
  made: readonly Suggestion[],
  report: SessionReport,
  items: readonly Fault['item'][],
): void {
  const planted = plantedIn(items).filter(({ fault }) => !noFault.has(fault.id) && !fault.underLimit);
  const tells = ({ reason, also, moments }: Suggestion, { code, match, fault }: Planted) => {
    if (reason.code !== code && !also.includes(code)) return false;
    const words = wordsOf(moments, report);
    const there = code === 'prefill_ratio' || words.some((each) => each.includes(match));
    return there && words.some((each) => each.includes(said[fault.id] ?? ''));
  };
  const rowOf = (code: SignalCode) => {
    const row = rows.get(code) ?? { planted: 0, found: 0, made: 0, right: 0, missed: [], wrong: [] };
    rows.set(code, row);
    return row;
  };
  for (const each of planted) {
    const row = rowOf(each.code);
    row.planted += 1;
    if (made.some((suggestion) => tells(suggestion, each))) row.found += 1;
    else row.missed.push(each.fault.id);
  }
  // A second suggestion about what an earlier one has told is one too many.
  const claimed = new Set<string>();
  for (const suggestion of made) {
    const row = rowOf(suggestion.reason.code);
    const told = planted.filter((each) => tells(suggestion, each)).map(({ fault }) => fault.id);
    row.made += 1;
    if (told.some((id) => !claimed.has(id))) row.right += 1;
    else row.wrong.push(suggestion.reason.subject || suggestion.id);
    for (const id of told) claimed.add(id);
  }
}

async function makeWalks(built: boolean): Promise<PlantedWalks> {
  const extension = buildExtension(built);
  const portal = await startPortal({ ports: 'any' });
  const browser = await launchBrowser({ extension });
  try {
    return await makePlantedWalks(browser, portal);
  } finally {
    await browser.close();
    await portal.close();
  }
}

const valueAfter = (args: readonly string[], name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;

/** `--walks FILE`: reports kept by an earlier run with `--keep FILE`. */
async function readWalks(args: readonly string[]): Promise<PlantedWalks | undefined> {
  const file = valueAfter(args, '--walks');
  if (!file) return undefined;
  const kept = JSON.parse(await readFile(file, 'utf8')) as Record<keyof PlantedWalks, unknown>;
  const [clean, residence, others] = [kept.clean, kept.residence, kept.others].map((each) =>
    SessionReport.parse(each),
  );
  if (!clean || !residence || !others) throw new Error(`${file} holds no walks`);
  return { clean, residence, others };
}
