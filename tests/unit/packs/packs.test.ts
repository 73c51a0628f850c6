import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CheckItem } from '../../../lib/model/checklist.ts';
import { stages } from '../../../lib/model/stage.ts';
import { items as practiceItems } from '../../portal/items/items.ts';
import { readIndex, readJson, readProgramme, readProgrammes, readSites } from './read-packs.ts';

const expectedIds = readJson('./expected-check-items.json') as Record<string, string[]>;
const knownSignals = new Set(readJson('./known-signals.json') as string[]);
const byHand = new Set(['manual_note', 'manual_rating']);
const practiceMark = '〔练习〕';

/** How many Chinese characters wide a text is; a letter or digit counts as one too. */
const lengthOf = (text: string) => [...text].length;
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const found = (items: readonly CheckItem[], fault: (item: CheckItem) => boolean) =>
  items.filter(fault).map((item) => item.id);

describe.each(readIndex('programmes'))('programme %s', (file) => {
  const programme = readProgramme(file);
  const dimensions = programme.checklists.flatMap((checklist) => checklist.dimensions);
  const items = dimensions.flatMap((dimension) => dimension.items);

  it('is filed under its id', () => {
    expect(file).toBe(`${programme.id}.json`);
  });

  it.each(programme.checklists)('has every check item of $id and no other', (checklist) => {
    const ids = checklist.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id));
    expect(ids).toEqual(expectedIds[checklist.id]);
  });

  it('has no dimension and no check item twice', () => {
    expect(repeated(dimensions.map((dimension) => dimension.id))).toEqual([]);
    expect(repeated(items.map((item) => item.id))).toEqual([]);
  });

  it('numbers each check item below its dimension, and each dimension below its checklist', () => {
    for (const checklist of programme.checklists) {
      for (const dimension of checklist.dimensions) {
        expect(dimension.id.startsWith(`${checklist.id}.`)).toBe(true);
        expect(found(dimension.items, (item) => !item.id.startsWith(`${dimension.id}.`))).toEqual([]);
      }
    }
  });

  it('says each check item in at most 24 characters, differently from its neighbours', () => {
    expect(found(items, (item) => lengthOf(item.text) > 24)).toEqual([]);
    for (const { items: neighbours } of dimensions)
      expect(repeated(neighbours.map(({ text }) => text))).toEqual([]);
  });

  it('names only signals of the vocabulary', () => {
    expect(found(items, (item) => item.signals.some((code) => !knownSignals.has(code)))).toEqual([]);
  });

  it('calls nothing directly observable without a measured signal, and nothing unobservable with one', () => {
    const measured = (item: CheckItem) => item.signals.some((code) => !byHand.has(code));
    expect(found(items, (item) => item.observability === 'direct' && !measured(item))).toEqual([]);
    expect(found(items, (item) => item.observability === 'none' && measured(item))).toEqual([]);
  });

  it('sorts every stage but "other" into exactly one of its own stage names', () => {
    const covered = programme.stageViews.flatMap((view) => view.stages);
    expect([...covered].sort()).toEqual(stages.filter((stage) => stage !== 'other').sort());
  });

  it('records an accompanied citizen in metrics only', () => {
    const accompany = programme.modes.find((mode) => mode.mode === 'accompany');
    expect(accompany?.defaultPrivacy).toBe('metrics');
  });

  it('offers each mode, perspective and suggested item once', () => {
    expect(repeated(programme.modes.map(({ mode }) => mode))).toEqual([]);
    expect(repeated(programme.perspectives.map(({ perspective }) => perspective))).toEqual([]);
    expect(repeated(programme.suggestedItems.map(({ name }) => name))).toEqual([]);
  });

  it('walks only portals whose profile exists', () => {
    const known = readSites().map((site) => site.id);
    expect(programme.siteProfiles.filter((id) => !known.includes(id))).toEqual([]);
    expect(programme.siteProfiles.length).toBeGreaterThan(0);
  });

  it('marks the items of the practice portal as practice, and gives no other item a practice code', () => {
    const practice = programme.suggestedItems.filter((item) => item.name.startsWith(practiceMark));
    expect(practice).not.toEqual([]);
    for (const { name, code } of practice) {
      expect(practiceItems.find((item) => item.code === code)?.name).toBe(name.slice(practiceMark.length));
    }
    const practiceCodes = new Set(practiceItems.map((item) => item.code));
    const others = programme.suggestedItems.filter((item) => !practice.includes(item));
    expect(others.filter((item) => practiceCodes.has(item.code ?? ''))).toEqual([]);
  });
});

describe('the programme folder', () => {
  it('lists every pack in its index', () => {
    const files = readdirSync(new URL('../../../public/programmes/', import.meta.url));
    expect([...readIndex('programmes'), 'index.json'].sort()).toEqual(files.sort());
  });

  it('brings the seven checklists, each in one programme', () => {
    const ids = readProgrammes().flatMap((programme) =>
      programme.checklists.map((checklist) => checklist.id),
    );
    expect(ids.sort()).toEqual(Object.keys(expectedIds).sort());
  });

  it('asks "is the cost high" with yes for bad, and marks the reverse items', () => {
    const cost = readProgrammes()
      .flatMap((programme) => programme.checklists.flatMap((checklist) => checklist.dimensions))
      .filter((dimension) => dimension.name === '高不高');
    expect(cost.map((dimension) => dimension.polarity)).toEqual(['yes-is-bad', 'yes-is-bad']);
    const straight = cost.flatMap((dimension) => found(dimension.items, (item) => !item.reverse));
    expect(straight).toEqual(['ln2023-5q.gao-cost.01', 'lnrs2023-4q.gao-cost.01', 'lnrs2023-4q.gao-cost.07']);
  });

  it('marks "is there…" items as reverse wherever else they stand', () => {
    const elsewhere = readProgrammes()
      .flatMap((programme) => programme.checklists.flatMap((checklist) => checklist.dimensions))
      .filter((dimension) => dimension.name !== '高不高')
      .flatMap((dimension) => found(dimension.items, (item) => item.reverse));
    expect(elsewhere).toEqual(['ln2023-5q.kuai.04', 'ln2023-5q.kuai.05', 'ln2023-5q.kuai.06']);
  });
});
