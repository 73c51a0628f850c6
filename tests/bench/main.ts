/**
 * Benchmarks: `npm run bench -- NAME [options]`, or `node tests/bench/main.ts NAME [options]`. Each prints tables for
 * people and, as its last line, one line of JSON. A benchmark measures and never judges: it fails only when something
 * did not run or measured nothing. References are measured in the same run, repetitions of all variants in turn.
 *
 * - `overhead`: what recorders add to a page's main threads (all renderers of the page) on the portal walk, in a storm
 *   of mutations, on a walk through seven larger documents of one origin that are made of a component kit (`district`),
 *   and on a page of 50,000 nodes: nobody, bare rrweb, OpenReplay, PostHog, Sentry, Clarity, and ours as
 *   shipped, from page to stored row. From a trace: task time is the sum of the threads' tasks; script time that of
 *   the outermost calls, evaluations and microtask runs, whatever world they run in, without those by which Playwright
 *   drives the page; a long task takes more than 50 ms, and `longTasksAddedMs` is about the whole length of such
 *   tasks. Times are the threads' own processor time, so that what other programs on a shared machine take in between
 *   is nobody's cost; `--clock wall` gives the time that passed, which the tables show in any case. `page50k` tells how
 *   long the recorder's own script held the page in one task: the first snapshot, and the longest after it (the median
 *   over the runs of each run's longest, and of all runs the longest),
 *   and the same without the browser's collections of memory, which begin in whatever script runs (`longestOwnHold…`).
 *   Peers run with their defaults (support/peers) from an asynchronous script tag in every document, and send to a
 *   loopback sink; each must have sent replay data. `rrwebInExtension`, when asked for by name, is bare rrweb as a content
 *   script, which is cold in every process as ours is. `--only walk,storm,district,page50k`, `--variants rrweb,ours`, `--reps 5`.
 * - `storage`: bytes one walk leaves in the store (objects of the replay and all rows; screenshots and frozen assets
 *   apart) against the bare rrweb stream of the same walk after `gzip -9` and `xz -9`. The stream has the style sheets'
 *   text in it, which ours keeps as assets: `withSheets` and `ratioWithSheets` count those in. `--reps 5`. Needs xz.
 * - `loss`: walks on a page that ticks twenty times a second, each killed at a random moment: the browser by SIGKILL,
 *   its worker stopped, the renderer crashed, in turn. `maxLostMs` is from the last tick in the evidence after recovery
 *   to the kill; `lostAfterAck` counts batches that lay in the database before a kill and not after it; `unrecovered`
 *   the walks that gave no report or kept nothing; those have no `maxLostMs`. `--kills 50`, `--seed 1`.
 * - `idle`: load and script time of ten pages with the extension and no session, against none. `ratio` and `noise`
 *   are those of the measure that stands worse; `noise` is what the reference differs from itself. `--reps 5`.
 * - `soak`: one session in which the portal is walked again and again. First and last figures stand for the same place
 *   of the walk. Then `onePage`: a document that stays open and changes all the time, half as long under nobody and half
 *   as long under ours, first and last figure and growth per minute. `--minutes 3`.
 * - `redact`: what masking misses and what it hides too much, over a generated corpus. Fictitious values in
 *   more than 40 formats stand in sentences, tables, forms, attributes, addresses, errors and split text nodes;
 *   `leaked` counts values of which the whole, any six digits in a row or eight signs of a long word can still be read,
 *   decoded and with gaps closed. `overMasked` counts lines of service text that did not stay as they were, as text,
 *   in a table and in a tooltip. `growth` is the worst growth of time when hostile input doubles (2 is linear). `perKB`
 *   is in microseconds, `slowdown` what masking adds to a full snapshot by rrweb of a synthetic page in Chromium.
 *   `--values 24000`, `--lines 6000`, `--seed 1`, `--seeds 1` (so many seeds, from that one), `--show 10`, `--save=FILE` for all failures.
 *
 * - `suggest`: suggestions made of the walks with planted faults, by kind, against `tests/portal/faults.json`: precision
 *   is the share of suggestions that tell of something planted, recall the share of what is planted that a suggestion
 *   tells of; the figures are those of the worst kind, `cleanWalk` counts suggestions on the walk without faults.
 *   `--keep FILE` writes the walks' reports down, `--walks FILE` takes them from there.
 *
 * The extension is built first, hosts granted, into `.output/bench`; `--built` takes it as it stands there, and
 * ZYB_EXTENSION names another build. ZYB_CHROMIUM names the browser. No name beyond this machine is resolved.
 */
import { type BenchOptions, readOptions } from './support/options.ts';

type Bench = (options: BenchOptions) => Promise<object>;

/** Each bench stands in a file of its name, which exports a function of that name. */
const names = ['overhead', 'storage', 'loss', 'idle', 'soak', 'redact', 'suggest'] as const;

async function load(name: (typeof names)[number]): Promise<Bench> {
  const module = (await import(new URL(`./${name}.ts`, import.meta.url).href)) as Record<string, Bench>;
  const bench = module[name];
  if (!bench) throw new Error(`${name}.ts exports no function ${name}`);
  return bench;
}

const [asked, ...rest] = process.argv.slice(2);
const name = names.find((each) => each === asked);
if (!name) {
  process.stdout.write(`npm run bench -- NAME, one of: ${names.join(', ')}\n`);
  process.exitCode = asked === undefined ? 0 : 1;
} else {
  const bench = await load(name);
  process.stdout.write(`${JSON.stringify(await bench(readOptions(rest)))}\n`);
}
