import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** As much of a page as the look-out sees. Each test has a look-out of its own. */
let mutated: (() => void) | undefined;
let observed = 0;
let module: typeof import('../../../lib/capture/when-settled.ts');
let life: AbortController;
let page: EventTarget;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  observed = 0;
  page = new EventTarget();
  life = new AbortController();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { readyState: 'complete' }));
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal(
    'MutationObserver',
    class {
      hear: (records: unknown[]) => void;
      constructor(hear: (records: unknown[]) => void) {
        this.hear = hear;
      }
      observe() {
        observed += 1;
        mutated = () => this.hear([]);
      }
      disconnect() {
        mutated = undefined;
      }
    },
  );
  module = await import('../../../lib/capture/when-settled.ts');
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const change = () => mutated?.();
const pass = (ms: number) => vi.advanceTimersByTime(ms);

describe('the shared look-out', () => {
  it('looks at once, then once for any number of changes within its time', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal, 400);
    pass(0);
    expect(look).toHaveBeenCalledTimes(1);

    change();
    for (let n = 0; n < 50; n += 1) {
      pass(5);
      change();
    }
    expect(look).toHaveBeenCalledTimes(1);
    pass(150);
    expect(look).toHaveBeenCalledTimes(2);
    pass(10_000);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('tells the moment of the first change it has not seen', () => {
    const since: number[] = [];
    module.whenSettled((at) => since.push(at), life.signal, 400);
    pass(1000);
    const changedAt = Date.now();
    change();
    pass(399);
    change();
    pass(1);
    expect(since[1]).toBe(changedAt);
  });

  it('is watched by nobody between a change and the look, so that a storm costs one callback a look', () => {
    module.whenSettled(() => {}, life.signal, 400);
    pass(0);
    expect(observed).toBe(1);
    change();
    expect(mutated).toBeUndefined();
    pass(400);
    expect(observed).toBe(2);
  });

  it('lets each look at its own pace', () => {
    const often = vi.fn();
    const seldom = vi.fn();
    module.whenSettled(often, life.signal, 50);
    module.whenSettled(seldom, life.signal, 400);
    pass(0);
    for (let n = 0; n < 8; n += 1) {
      change();
      pass(50);
    }
    expect(often).toHaveBeenCalledTimes(9);
    expect(seldom).toHaveBeenCalledTimes(2);
  });

  it('comes back the later the longer a look takes: a hundredth of the time at most', () => {
    const look = vi.fn(() => vi.setSystemTime(Date.now() + 20));
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    module.whenSettled(look, life.signal, 50);
    pass(0);
    change();
    pass(1980);
    expect(look).toHaveBeenCalledTimes(1);
    pass(40);
    expect(look).toHaveBeenCalledTimes(2);
    clock.mockRestore();
  });

  it('looks before the page is left when a look is due, and not otherwise', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal, 400);
    pass(0);
    page.dispatchEvent(new Event('pagehide'));
    expect(look).toHaveBeenCalledTimes(1);
    change();
    page.dispatchEvent(new Event('pagehide'));
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('stops with its signal', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal, 400);
    pass(0);
    change();
    life.abort();
    pass(1000);
    expect(look).toHaveBeenCalledTimes(1);
    expect(mutated).toBeUndefined();
  });

  it('names the same state of the page until it changes, and none while nobody watches', () => {
    const states: (number | undefined)[] = [];
    module.whenSettled(() => states.push(module.pageState()), life.signal, 400);
    module.whenSettled(() => states.push(module.pageState()), life.signal, 400);
    pass(0);
    expect(states[0]).toBe(states[1]);
    change();
    expect(module.pageState()).toBeUndefined();
    pass(400);
    expect(states[2]).toBe(states[3]);
    expect(states[2]).not.toBe(states[0]);
  });
});
