import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenLeft } from '../../../lib/capture/when-left.ts';

let window: EventTarget;
let life: AbortController;
let done: string[];

beforeEach(() => {
  window = new EventTarget();
  life = new AbortController();
  done = [];
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.stubGlobal('top', {});
  vi.stubGlobal('history', { length: 3 });
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

const leave = (kind = 'pagehide') => window.dispatchEvent(new Event(kind));

it('what is held is told before it is masked and sent, whoever asked first', () => {
  whenLeft('send', () => done.push('sent'), life.signal);
  whenLeft('mask', () => done.push('masked'), life.signal);
  whenLeft('tell', () => done.push('told'), life.signal);
  whenLeft('tell', () => done.push('told too'), life.signal);
  leave();
  expect(done).toEqual(['told', 'told too', 'masked', 'sent']);
});

it('one that fails keeps no other from its turn', () => {
  const failed = vi.fn();
  vi.stubGlobal('reportError', failed);
  whenLeft(
    'tell',
    () => {
      throw new Error('broken page');
    },
    life.signal,
  );
  whenLeft('send', () => done.push('sent'), life.signal);
  leave();
  expect(done).toEqual(['sent']);
  expect(failed).toHaveBeenCalledOnce();
});

it.each([
  ['a window that another opened', { opener: {} }, 3],
  ['a window that has shown nothing else', {}, 1],
])('%s may be closed by a script: what is early is done before', (_name, top, length) => {
  vi.stubGlobal('top', top);
  vi.stubGlobal('history', { length });
  whenLeft('send', () => done.push('sent'), life.signal, true);
  whenLeft('tell', () => done.push('told'), life.signal, true);
  whenLeft('tell', () => done.push('ended'), life.signal);
  leave('beforeunload');
  expect(done).toEqual(['told', 'sent']);
  leave();
  expect(done).toEqual(['told', 'sent', 'told', 'ended', 'sent']);
});

it('any other page may stay as it is: nothing is done before it is left', () => {
  whenLeft('tell', () => done.push('told'), life.signal, true);
  leave('beforeunload');
  expect(done).toEqual([]);
});

it('nothing is done for whoever has ended', () => {
  whenLeft('tell', () => done.push('told'), life.signal);
  life.abort();
  leave();
  expect(done).toEqual([]);
});
