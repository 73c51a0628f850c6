import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearChildren } from '../../../lib/capture/link-frames.ts';

/** A window whose page listens too, after our script. */
let page: EventTarget;
let life: AbortController;
let heardByPage: unknown[];

beforeEach(() => {
  page = new EventTarget();
  life = new AbortController();
  heardByPage = [];
  vi.stubGlobal('window', page);
});
afterEach(() => vi.unstubAllGlobals());

const post = (data: unknown, source: unknown = null) =>
  page.dispatchEvent(Object.assign(new Event('message'), { data, source }));
const listen = () =>
  page.addEventListener('message', (event) => heardByPage.push((event as MessageEvent).data));

it('keeps tokens from the page from the first moment, and hands over those that came before anybody asked', () => {
  const children = hearChildren(life.signal);
  listen();
  const [first, second] = [{}, {}];
  post(`zyb-frame-token:${'a'.repeat(20)}`, first);
  const told: unknown[] = [];
  children.tell((...child) => told.push(child));
  post(`zyb-frame-token:${'b'.repeat(20)}`, second);
  expect(told).toEqual([
    ['a'.repeat(20), first],
    ['b'.repeat(20), second],
  ]);
  expect(heardByPage).toEqual([]);
});

it('leaves the page its own messages, takes no token of another make, and ends with its signal', () => {
  const told: unknown[] = [];
  hearChildren(life.signal).tell((token) => told.push(token));
  listen();
  post('{"height":300}');
  post({ kind: 'zyb-frame-token:' });
  post('zyb-frame-token:<script>');
  expect(told).toEqual([]);
  expect(heardByPage).toEqual(['{"height":300}', { kind: 'zyb-frame-token:' }]);
  life.abort();
  post(`zyb-frame-token:${'c'.repeat(20)}`);
  expect(heardByPage).toHaveLength(3);
});
