import { expect, it } from 'vitest';
import { stripAddresses } from '../../../lib/capture/strip-addresses.ts';
import { redactUrl } from '../../../lib/redact/index.ts';

const strip = (content: object) => JSON.parse(stripAddresses(JSON.stringify(content), redactUrl));

it('a batch set aside keeps only addresses out of which nothing has to be masked', () => {
  const assets = [
    { n: 0, kind: 'image', url: 'https://portal.example/img/a.png' },
    { n: 1, kind: 'image', url: 'https://portal.example/a.png?token=secret' },
    { n: 2, kind: 'style', url: '', data: 'a{}', base: 'https://portal.example/?sfz=310101199001011234' },
  ];
  const { assets: left, events } = strip({ events: [1], assets });
  expect(left).toEqual([
    assets[0],
    { n: 1, kind: 'image', url: '' },
    { n: 2, kind: 'style', url: '', data: 'a{}' },
  ]);
  expect(events).toEqual([1]);
});

it('a batch without assets is not touched', () => {
  const json = '{"events":[ 1 ],"assets":[]}';
  expect(stripAddresses(json, () => '')).toBe(json);
});
