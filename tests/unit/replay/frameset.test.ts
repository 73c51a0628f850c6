import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borderOf, tracks } from '../../../lib/replay/frameset.ts';
import type { FullSnapshotData, MutationData } from '../../../lib/replay/replay-event.ts';
import { createScrubber } from '../../../lib/replay/scrub-events.ts';
import { change, element, snapshot } from './sample-streams.ts';

describe('a frameset', () => {
  it.each([
    [undefined, 'minmax(0,1fr)'],
    ['80,*', '80px minmax(0,1fr)'],
    ['0,*', '0px minmax(0,1fr)'],
    ['20%,*,2*', '20% minmax(0,1fr) minmax(0,2fr)'],
    ['25%, 75%', 'minmax(0,25fr) minmax(0,75fr)'],
    ['100,200', 'minmax(0,100fr) minmax(0,200fr)'],
    ['100,50%', '100px 50%'],
    ['rubbish', 'minmax(0,1fr)'],
  ])('with %s lays out %s', (list, expected) => {
    expect(tracks(list)).toBe(expected);
  });

  it.each([
    [undefined, undefined, 6, 6],
    ['no', '4', 6, 0],
    [undefined, '0', 6, 0],
    [undefined, '4', 0, 0],
    ['1', undefined, 0, 6],
    ['yes', '10', 0, 10],
    [undefined, 'rubbish', 2, 2],
  ])(
    'with frameborder %s and border %s in one with %s has %s between its frames',
    (frameborder, border, around, expected) => {
      expect(borderOf(frameborder, border, around)).toBe(expected);
    },
  );

  it('never lets anything but lengths into the style', () => {
    fc.assert(
      fc.property(fc.string(), (list) => {
        expect(tracks(list)).toMatch(/^(?:(?:[\d.e+-]+(?:px|%)|minmax\(0,[\d.e+-]+fr\)) ?)+$/);
      }),
    );
  });

  const old = {
    type: 0,
    id: 1,
    childNodes: [
      element(
        2,
        'html',
        {},
        element(
          4,
          'frameset',
          { rows: '80,*' },
          element(5, 'frame', { src: 'http://far.example/a', name: 'a', isSVG: true }),
          element(6, 'frameset', { cols: '200,*' }, element(7, 'frame'), element(8, 'frame')),
        ),
      ),
    ],
  };

  it('becomes a grid of frames that a Replayer can fill', () => {
    const event = createScrubber().scrub(snapshot(1, old));
    const html = (event!.data as FullSnapshotData).node.childNodes?.[0];
    const outer = html?.childNodes?.[0];
    expect(outer).toMatchObject({
      tagName: 'div',
      id: 4,
      childNodes: [
        { tagName: 'iframe', id: 5, childNodes: [] },
        { tagName: 'div', id: 6 },
      ],
    });
    expect(outer?.attributes?.style).toContain('position:fixed');
    expect(outer?.childNodes?.[1]?.attributes?.style).toContain('grid-template-columns:200px minmax(0,1fr)');
    expect(Object.keys(outer?.childNodes?.[0]?.attributes ?? {})).toEqual(['style']);
  });

  it('follows the page when it folds its menu away', () => {
    const scrubber = createScrubber();
    scrubber.scrub(snapshot(1, old));
    const event = scrubber.scrub(
      change(2, { attributes: [{ id: 6, attributes: { cols: '0,*', onload: 'x' } }] }),
    );
    expect((event!.data as MutationData).attributes[0]?.attributes).toEqual({
      style: expect.stringContaining('grid-template-columns:0px minmax(0,1fr)'),
    });
  });
});
