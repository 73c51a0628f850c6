import { describe, expect, it, vi } from 'vitest';
import { createEventKeeper, type RawEvent } from '../../../lib/capture/keep-events.ts';

vi.stubGlobal('document', { baseURI: 'http://portal.test/' });
vi.stubGlobal('innerWidth', 800);
vi.stubGlobal('innerHeight', 600);

function keeper() {
  const sent: RawEvent[] = [];
  const masked: RawEvent[] = [];
  const keep = createEventKeeper({
    redact: {
      css: (css) => css,
      *event(event) {
        masked.push(event as unknown as RawEvent);
        yield;
        return { event, found: {} };
      },
    },
    sender: {
      event: (event: RawEvent) => void sent.push(event),
      row: () => {},
      masked: () => {},
      cut: () => {},
    } as never,
    replay: () => undefined,
    gap: () => {},
  });
  const take = (event: RawEvent) => {
    for (const work = keep.keep(event); !work.next().done; );
  };
  return { take, sent, masked };
}

const meta = { type: 4, timestamp: 1, data: { href: 'http://portal.test/', width: 1, height: 1 } };
const at = (source: number, more: object = {}) => ({ type: 3, timestamp: 2, data: { source, ...more } });

describe('the way of an event', () => {
  it('passes masking by where it holds numbers alone', () => {
    const { take, sent, masked } = keeper();
    const click = at(2, { type: 2, id: 7, x: 10, y: 20 });
    take(meta);
    take(click);
    expect(sent).toEqual([meta, click]);
    expect(masked).toEqual([meta]);
  });

  it('leads through masking for whatever may hold words', () => {
    for (const source of [0, 5, 8, 9, 10, 11, 13, 14, 15, 16, 99]) {
      const { take, masked } = keeper();
      take(meta);
      take(at(source, { text: 'x' }));
      expect(masked, `source ${source}`).toHaveLength(2);
    }
    const { take, masked } = keeper();
    take(meta);
    take({ type: 5, timestamp: 3, data: { source: 2, tag: 'x' } });
    expect(masked).toHaveLength(2);
  });

  it('begins with a snapshot', () => {
    const { take, sent } = keeper();
    take(at(2));
    take(at(0));
    expect(sent).toEqual([]);
  });
});
