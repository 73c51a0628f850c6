import { expect, it } from 'vitest';
import type { ReplayEvent, ReplayNode } from '../../../lib/replay/replay-event.ts';
import { scrollFrames } from '../../../lib/replay/scroll-frames.ts';

const node = (id: number, attributes = {}, childNodes: ReplayNode[] = []): ReplayNode => ({
  type: 2,
  id,
  tagName: 'div',
  attributes,
  childNodes,
});
const mutation = (root: ReplayNode, more = {}): ReplayEvent => ({
  type: 3,
  timestamp: 7,
  data: {
    source: 0,
    adds: [{ parentId: 1, nextId: null, node: root }],
    removes: [],
    texts: [],
    attributes: [],
    ...more,
  },
});

it('follows a document put into an iframe by its scroll positions, which a Replayer leaves out', () => {
  const inner = node(9, { rr_scrollTop: 90 }, [node(10, { rr_scrollLeft: 5, rr_scrollTop: 150 }), node(11)]);
  const attach = mutation({ type: 0, id: 8, childNodes: [inner] }, { isAttachIframe: true });
  expect(scrollFrames([attach])).toEqual([
    attach,
    { type: 3, timestamp: 7, data: { source: 3, id: 9, x: 0, y: 90 } },
    { type: 3, timestamp: 7, data: { source: 3, id: 10, x: 5, y: 150 } },
  ]);
});

it('leaves other changes, and numbers that are none, alone', () => {
  const events = [
    mutation(node(9, { rr_scrollTop: 90 })),
    mutation(node(9, { rr_scrollTop: '90' }), { isAttachIframe: true }),
  ];
  expect(scrollFrames(events)).toEqual(events);
});
