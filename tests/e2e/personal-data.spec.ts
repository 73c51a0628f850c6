import { chromium, expect, test } from '@playwright/test';
import { planted } from '../portal/personal-site/planted.ts';
import { findUnpainted } from '../support/find-unpainted.ts';
import { createValueFinder, type Hit } from '../support/find-values.ts';
import type { Opened } from '../support/opened-bytes.ts';
import {
  makeDrawnPictures,
  makePersonalWalk,
  type PersonalWalk,
  type PictureToCheck,
} from '../support/personal-walk.ts';

/**
 * A page with an invented value on every surface is walked, handed in and exported; then the bytes of all that was
 * written to a disk are searched for every value, whole and in any six digits of it.
 */
let walk: PersonalWalk;
const findIn = createValueFinder(planted);
/** What the search must be able to see: words of the page that are nobody's. */
const serviceWords = '个工作日办结';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  walk = await makePersonalWalk();
});

const told = (hits: Hit[]) =>
  [...new Set(hits.map(({ surface, as, where, around }) => `${surface} (${as}) in ${where}: ${around}`))]
    // One line a surface is enough to begin with.
    .filter((line, at, all) => all.findIndex((other) => other.split(' (')[0] === line.split(' (')[0]) === at);
const hitsIn = (opened: Opened[]) => told(opened.flatMap(({ what, bytes }) => findIn(what, bytes)));
const shows = (opened: Opened[], words: string) =>
  opened.some(({ bytes }) => bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le')));

test('the walk was handed in, kept, and is no empty one', () => {
  expect(walk.handedIn).toBe(true);
  const { actions, incidents, screenshots, requests, visits } = walk.report;
  const kinds = new Set(incidents.map(({ kind }) => kind));
  for (const kind of [
    'script-error',
    'unhandled-rejection',
    'native-dialog',
    'toast',
    'validation',
    'failed-request',
  ])
    expect([...kinds], kind).toContain(kind);
  expect(actions.filter(({ kind }) => kind === 'type').length).toBeGreaterThanOrEqual(7);
  expect(requests.some(({ url }) => url.includes('/personal/api/people/'))).toBe(true);
  expect(visits.some(({ kind }) => kind === 'wizard')).toBe(true);
  expect(visits.some(({ kind }) => kind === 'route')).toBe(true);
  expect(screenshots.length).toBeGreaterThan(1);
});

for (const [where, what] of [
  ['extension', "the extension's files on disk"],
  ['handOverFile', 'the hand-over file'],
  ['collector', "the collector's database and folder"],
] as const)
  test(`none of the values is in ${what}, whose service words can be read`, () => {
    expect(shows(walk.kept[where], serviceWords)).toBe(true);
    expect(hitsIn(walk.kept[where])).toEqual([]);
  });

test('none of the values is in what the collector logs, also of a report it refuses and of addresses that ask for one', async () => {
  expect(shows(walk.kept.collectorLog, '/reports')).toBe(true);
  expect(shows(walk.kept.collectorLog, '"status":4')).toBe(true);
  expect(hitsIn(walk.kept.collectorLog)).toEqual([]);
});

test('none of the values is in the exports', () => {
  expect(shows(walk.kept.exports, '/personal/form')).toBe(true);
  expect(hitsIn(walk.kept.exports)).toEqual([]);
});

test('none of the values is in any official form, whose words can be read', () => {
  const kinds = new Set(walk.kept.forms.map(({ what }) => what.split(' » ')[0]));
  expect(kinds.size).toBeGreaterThanOrEqual(20);
  expect(shows(walk.kept.forms, '线上办理简不简便')).toBe(true);
  expect(hitsIn(walk.kept.forms)).toEqual([]);
});

test('where a value stood on a page, the picture of it is one flat colour', async () => {
  expect(walk.pictures.length).toBeGreaterThanOrEqual(4);
  await expectPainted(walk.pictures);
});

test('so it is in pictures that were drawn from the page, where the browser gives none', async () => {
  test.setTimeout(240_000);
  const { report, pictures } = await makeDrawnPictures();
  expect(report.screenshots.length).toBeGreaterThan(0);
  expect(new Set(report.screenshots.map(({ by }) => by))).toEqual(new Set(['dom']));
  expect(pictures.length).toBeGreaterThan(0);
  await expectPainted(pictures);
});

async function expectPainted(pictures: PictureToCheck[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  for (const picture of pictures) {
    expect(picture.boxes.length).toBeGreaterThan(5);
    expect(await findUnpainted(page, picture)).toEqual([]);
  }
  await browser.close();
}
