import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planted, valueOf } from '../../portal/personal-site/planted.ts';
import { createValueFinder } from '../../support/find-values.ts';
import { readLogFile } from '../../support/leveldb/read-log.ts';
import { unsnappy } from '../../support/leveldb/snappy.ts';
import { openBytes } from '../../support/opened-bytes.ts';

const findIn = createValueFinder(planted);
const surfacesIn = (bytes: Buffer) => [
  ...new Set(
    openBytes('x', bytes)
      .flatMap((each) => findIn(each.what, each.bytes))
      .map(({ surface }) => surface),
  ),
];

describe('the search for planted values can fail', () => {
  const id = valueOf('text');
  const name = valueOf('labelled name');
  test.each([
    ['as UTF-8', Buffer.from(`...${id}...`)],
    ['as UTF-16', Buffer.from(`...${id}`, 'utf16le')],
    ['as UTF-16 at an odd place', Buffer.concat([Buffer.from('x'), Buffer.from(id, 'utf16le')])],
    ['by six of its digits', Buffer.from(`"${id.slice(3, 9)}"`)],
    [
      'inside gzip in the middle of other bytes',
      Buffer.concat([Buffer.from('abc'), gzipSync(`{"a":"${id}"}`)]),
    ],
  ])('it sees a number %s', (_how, bytes) => expect(surfacesIn(bytes)).toContain('text'));

  test.each([
    ['percent-encoded', Buffer.from(encodeURIComponent(name))],
    ['escaped', Buffer.from([...name].map((c) => `\\u${c.charCodeAt(0).toString(16)}`).join(''))],
    ['as UTF-16', Buffer.from(name, 'utf16le')],
  ])('it sees a name %s', (_how, bytes) => expect(surfacesIn(bytes)).toContain('labelled name'));

  test('it sees nothing in moments and hashes', () => {
    expect(surfacesIn(Buffer.from(`"at":1795342948059,"object":"${'0123456789abcdef'.repeat(4)}"`))).toEqual(
      [],
    );
  });

  test('it sees a short code beside a moment with the same digits, and not in the moment', () => {
    const findCode = createValueFinder([{ surface: 'code', rule: 'one-time-code', value: '738164' }]);
    const seen = (text: string) => findCode('x', Buffer.from(text)).length > 0;
    expect(seen('"at":1796114738164,"y":5')).toBe(false);
    expect(seen('"at":1796114738164,"code":"738164"')).toBe(true);
    expect(seen('1173816417')).toBe(true);
  });

  test('it sees nothing in ids, whose digits are nobody’s, and sees what stands beside them', () => {
    const six = id.slice(0, 6);
    const uuid = `0a0b0c0d-1111-4222-8333-aaaa${six}bb`;
    expect(surfacesIn(Buffer.from(`"id":"${uuid}"`))).toEqual([]);
    expect(surfacesIn(Buffer.from(`"id":"${uuid}","of":"${six}"`))).toEqual(['text']);
    // A hash behind a byte that says how long it is.
    expect(surfacesIn(Buffer.from(`+\x01xa3c77a${six}2128c10f4df71fe623)`))).toEqual([]);
    // One with something behind it, and one whose beginning is left out.
    expect(surfacesIn(Buffer.from(`|51869bcfbc9f46b1b4c085${six}50949I#`))).toEqual([]);
    expect(surfacesIn(Buffer.from(`.9f46b1b4c085${six}950.`, 'utf16le'))).toEqual([]);
    expect(surfacesIn(Buffer.from(`.9f46b1b4c085${six}950.`))).toEqual(['text']);
    // The end of a row's id, as the browser's tables of keys have it.
    expect(surfacesIn(Buffer.from(`.b${six}0q`, 'utf16le'))).toEqual([]);
    expect(surfacesIn(Buffer.from(`.${six}.`, 'utf16le'))).toEqual(['text']);
  });

  test('no two planted values share six digits in a row', () => {
    for (const each of planted)
      expect(surfacesIn(Buffer.from(each.value)), each.surface).toEqual([each.surface]);
  });
});

test('snappy literals and copies of all kinds are undone', () => {
  // "abcd" as a literal, then a copy of 4 from 4 back (one byte), then of 8 from 8 back (two bytes).
  const packed = Buffer.from([16, 3 << 2, 97, 98, 99, 100, 0b001, 4, (7 << 2) | 2, 8, 0]);
  expect(unsnappy(packed).toString()).toBe('abcdabcdabcdabcd');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        unsnappy(Buffer.from(bytes), 1000);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

test('a record that runs over a block of a log is whole again', () => {
  const record = Buffer.alloc(40_000, 'r');
  const head = (size: number, kind: number) => Buffer.from([0, 0, 0, 0, size & 255, size >> 8, kind]);
  const first = record.subarray(0, 32_768 - 7);
  const rest = record.subarray(first.length);
  const file = Buffer.concat([head(first.length, 2), first, head(rest.length, 4), rest]);
  expect(readLogFile(file)).toEqual([record]);
});
