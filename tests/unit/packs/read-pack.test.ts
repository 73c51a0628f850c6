import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../lib/model/check-programme.ts';
import { Programme } from '../../../lib/model/programme.ts';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import { readPack } from '../../../lib/packs/read-pack.ts';

const file = readFileSync('public/programmes/weihai-2023.json', 'utf8');
const lineOf = (text: string, what: string) => text.slice(0, text.indexOf(what)).split('\n').length;
const read = (text: string) => readPack(Programme, text, checkProgramme);
/** The file with one piece of it replaced, and what came of reading it. */
const changed = (from: string, to: string) => {
  const text = file.replace(from, to);
  expect(text).not.toBe(file);
  const outcome = read(text);
  return { text, problems: outcome.ok ? [] : outcome.problems, notes: outcome.ok ? outcome.notes : [] };
};

describe('a pack that ships', () => {
  it('is read without a note, with a byte order mark as well', () => {
    const outcome = read(`\uFEFF${file}`);
    expect(outcome).toMatchObject({ ok: true, pack: { id: 'weihai-2023' }, notes: [] });
  });
});

describe('a pack with an error is refused with line, field and reason', () => {
  it('when a field is of the wrong kind', () => {
    const { text, problems } = changed('"shortTitle": "威海走流程试点（2023）"', '"shortTitle": 2023');
    expect(problems).toEqual([
      {
        path: ['shortTitle'],
        code: 'shouldBeText',
        values: ['2023'],
        line: lineOf(text, '"shortTitle"'),
        column: 3,
      },
    ]);
  });

  it('when a field is missing: the line of what it is missing from', () => {
    const { text, problems } = changed('"mode": "self", "label": "亲自办",', '"mode": "self",');
    expect(problems).toMatchObject([
      { path: ['modes', 0, 'label'], code: 'missing', line: lineOf(text, '{ "mode": "self"') },
    ]);
  });

  it('when a word is none of those that may stand there', () => {
    const { text, problems } = changed('"mode": "selfcheck"', '"mode": "自查办"');
    expect(problems[0]).toMatchObject({
      path: ['modes', 2, 'mode'],
      code: 'oneOf',
      line: lineOf(text, '自查办"'),
    });
    expect(problems[0]?.values[0]).toContain('selfcheck');
    expect(problems[0]?.values[1]).toBe('自查办');
  });

  it.each([
    ['"version": "1.2.0"', '"version": "1.2"', 'version'],
    ['"id": "wh2023-4q.dong.01"', '"id": "懂 01"', 'id'],
    ['"text": "外行人看得懂怎么办"', '"text": ""', 'empty'],
    ['"text": "外行人看得懂怎么办"', `"text": "${'长'.repeat(301)}"`, 'tooLong'],
    ['"kind": "afterStart"', '"kind": "someDay"', 'kindUnknown'],
    ['"id": "wh2023-4q.dong.02"', '"id": "wh2023-4q.dong.01"', 'idTwice'],
    ['"mode": "selfcheck"', '"mode": "self"', 'twice'],
    ['"stages": ["material"]', '"stages": ["material", "apply"]', 'stageTwice'],
  ])('%s → %s', (from, to, code) => {
    const { text, problems } = changed(from, to);
    expect(problems.map((problem) => problem.code)).toContain(code);
    const said = problems.find((problem) => problem.code === code);
    expect(text.split('\n')[(said?.line ?? 0) - 1]).toMatch(/\S/);
  });

  it.each([
    ['"masking": { "off": ["mobile"] },', 'off'],
    ['"masking": { "redaction": { "without": ["name"] } },', 'without'],
    ['"masking": { "redaction": { "caseNumber": true } },', 'caseNumber'],
  ])('when %s asks for less to be masked, or for something that nobody knows', (masking, name) => {
    const { text, problems } = changed('"issuer":', `${masking}\n  "issuer":`);
    expect(problems).toMatchObject([
      { code: 'onlyTightens', values: [name], line: lineOf(text, `"${name}"`) },
    ]);
    expect(problems[0]?.path[0]).toBe('masking');
  });

  it('with every problem of it, the first line first', () => {
    const text = file
      .replace('"modes": [', '"modes": 1, "was": [')
      .replace('"version": "1.2.0"', '"version": 1');
    const outcome = read(text);
    const lines = outcome.ok ? [] : outcome.problems.map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it.each([
    ['[]', 'notAPack'],
    ['"text"', 'notAPack'],
    ['', 'jsonNothing'],
    ['<html>', 'jsonValue'],
  ])('%j is no pack', (text, code) => {
    expect(read(text)).toMatchObject({ ok: false, problems: [{ code, line: 1 }] });
  });

  it('when a site profile’s pattern is no regular expression', () => {
    const site = readFileSync('public/sites/liaoning.json', 'utf8');
    const outcome = readPack(SiteProfile, site.replace('/wsbs/"', '/wsbs/("'));
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'regexp', path: ['stageRules', 4, 'pattern'] }],
    });
  });
});

describe('what the model does not know', () => {
  it('is told with its line and lost by nobody: the file’s own data are handed on', () => {
    const { text, notes } = changed('"region": ', '"regoin": "?",\n  "region": ');
    expect(notes).toMatchObject([{ path: ['regoin'], code: 'unknownKey', line: lineOf(text, '"regoin"') }]);
  });
});

it('whatever a file holds, reading it ends in a pack or in problems that name a line of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.nat(file.length).map((at) => file.slice(0, at)),
      ),
      (text) => {
        const outcome = read(text);
        if (outcome.ok) return;
        expect(outcome.problems.length).toBeGreaterThan(0);
        const lines = text.split('\n').length;
        for (const { line, code } of outcome.problems) {
          expect(line >= 1 && line <= lines).toBe(true);
          expect(code).not.toBe('other');
        }
      },
    ),
    { numRuns: 300 },
  );
});
