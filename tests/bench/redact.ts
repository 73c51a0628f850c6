import { writeFileSync } from 'node:fs';
import { createRedactor } from '../../lib/redact/index.ts';
import { plantedValues, serviceLines } from './redact/corpus.ts';
import { createDice } from './redact/dice.ts';
import { judgeGrowth } from './redact/growth.ts';
import { isLeaked } from './redact/judge.ts';
import { keepsLine } from './redact/keeps-line.ts';
import { readCount } from './redact/read-count.ts';
import { measureSpeed } from './redact/speed.ts';
import { newTree } from './redact/tree.ts';
import { round } from './support/numbers.ts';
import type { BenchOptions } from './support/options.ts';
import { printTable } from './support/print-table.ts';

const strictest = { caseNumbers: true };

type Tally = { planted: number; leaked: number };

function add(table: Map<string, Tally>, name: string, leaked: boolean): void {
  const tally = table.get(name) ?? { planted: 0, leaked: 0 };
  tally.planted += 1;
  if (leaked) tally.leaked += 1;
  table.set(name, tally);
}

const rows = (table: Map<string, Tally>) =>
  [...table].map(([name, { planted, leaked }]) => [name, String(planted), String(leaked)]);

/** What masking leaves over and what it takes too much, and what it costs; see the head of main.ts. */
export async function redact({ rest }: BenchOptions): Promise<object> {
  const seed = readCount(rest, 'seed', 1);
  const seeds = readCount(rest, 'seeds', 1);
  const byFormat = new Map<string, Tally>();
  const byPlace = new Map<string, Tally>();
  const leaks: string[] = [];
  let planted = 0;
  const byKind = new Map<string, Tally>();
  const lines: { kind: string; line: string }[] = [];
  const hidden: string[] = [];
  let dice = createDice(seed);
  for (let at = 0; at < seeds; at += 1) {
    dice = createDice(seed + at);
    for (const sample of plantedValues(dice, readCount(rest, 'values', 24_000))) {
      newTree();
      const redactor = createRedactor(sample.format.strict ? { policy: strictest } : {});
      const kept = sample.place.put(sample, redactor, dice);
      if (kept === undefined) continue;
      const leaked = isLeaked(sample.value, kept);
      planted += 1;
      add(byFormat, sample.format.name, leaked);
      add(byPlace, sample.place.name, leaked);
      if (leaked) leaks.push(`${sample.format.name} @ ${sample.place.name}: ${sample.value} in ${kept}`);
    }
    const own = serviceLines(dice, readCount(rest, 'lines', 6_000));
    own.forEach(({ kind, line }, i) => {
      const now = keepsLine(line, i);
      add(byKind, kind, now !== undefined);
      if (now !== undefined) hidden.push(`${kind}: ${line} -> ${now}`);
    });
    lines.push(...own);
  }
  printTable(
    `values planted (seed ${seed}${seeds > 1 ? ` to ${seed + seeds - 1}` : ''})`,
    ['format', 'planted', 'leaked'],
    rows(byFormat),
  );
  printTable('the same by place', ['place', 'planted', 'leaked'], rows(byPlace));

  printTable('service text', ['kind', 'lines', 'over-masked'], rows(byKind));
  const told = readCount(rest, 'show', 10);
  for (const each of [...leaks.slice(0, told), ...hidden.slice(0, told)]) process.stdout.write(`${each}\n`);
  const file = /--save=(\S+)/.exec(rest.join(' '))?.[1];
  if (file) writeFileSync(file, [...leaks, '', ...hidden].join('\n'));

  const growth = judgeGrowth(dice);
  printTable(
    'time against length of hostile input: 2 is linear',
    ['input', 'µs at n', '2n / n', '4n / 2n'],
    growth.rows,
  );
  const { perKB, slowdown, rows: speed } = await measureSpeed(lines.map(({ line }) => line));
  printTable('cost', ['measure', 'value'], speed);
  return {
    bench: 'redact',
    seeds,
    planted,
    formats: byFormat.size,
    leaked: leaks.length,
    serviceLines: lines.length,
    overMasked: hidden.length,
    overMaskedShare: round(hidden.length / lines.length, 4),
    growth: growth.worst,
    perKB,
    slowdown,
  };
}
