import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** As much of a page as the look-out sees. Each test has a look-out of its own. */
let mutated: ((record?: unknown) => void) | undefined;
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
  vi.stubGlobal('removeEventListener', () => {});
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
        mutated = (record = changed({})) => this.hear([record]);
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
const changed = (target: object, added: object[] = []) => ({ target, addedNodes: added, removedNodes: [] });
const pass = (ms: number) => vi.advanceTimersByTime(ms);
/** Longer than the page is left alone after a look. */
const long = 5000;

describe('the shared look-out', () => {
  it('looks once the page has settled, then once for any number of changes that come together', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal);
    pass(long);
    expect(look).toHaveBeenCalledTimes(1);

    change();
    for (let n = 0; n < 30; n += 1) {
      pass(5);
      change();
    }
    expect(look).toHaveBeenCalledTimes(1);
    pass(50);
    expect(look).toHaveBeenCalledTimes(2);
    pass(long);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('tells the moment of the first change it has not seen', () => {
    const since: number[] = [];
    module.whenSettled((at) => since.push(at), life.signal);
    pass(long);
    const changedAt = Date.now();
    change();
    pass(199);
    change();
    pass(1);
    expect(since[1]).toBe(changedAt);
  });

  it('dates what is new on a page that never rests at the press that brought it, or later', () => {
    const since: number[] = [];
    let spent = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + spent);
    module.whenSettled((at) => {
      // A look that costs something is followed by a rest.
      spent += 20;
      since.push(module.freshSince(at));
    }, life.signal);
    const press = () =>
      page.dispatchEvent(Object.defineProperty(new Event('click'), 'isTrusted', { value: true }));
    pass(long);
    const restless = setInterval(change, 50);
    pass(long);
    let looked = since.length;
    while (since.length === looked) pass(10);
    pass(1200);
    looked = since.length;
    const pressedAt = Date.now();
    press();
    while (since.length === looked) pass(10);
    clearInterval(restless);
    expect(since.at(-1)).toBeGreaterThanOrEqual(pressedAt);

    // A quick press after a message does not make it later.
    pass(long);
    const toldAt = Date.now();
    change();
    pass(120);
    press();
    pass(long);
    expect(since.at(-1)).toBe(toldAt);
    vi.restoreAllMocks();
  });

  it('is watched by nobody between a change and the look, so that a storm costs one callback a look', () => {
    module.whenSettled(() => {}, life.signal);
    pass(long);
    expect(observed).toBe(1);
    change();
    expect(mutated).toBeUndefined();
    pass(long);
    expect(observed).toBe(2);
  });

  it('does not look for our own bar, which comes late and fades for pictures, but for what comes with it', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal);
    pass(long);
    const bar = { hasAttribute: (name: string) => name === 'data-zyb-bar' };
    mutated?.(changed({}, [bar]));
    mutated?.(changed(bar));
    pass(long);
    expect(look).toHaveBeenCalledTimes(1);
    mutated?.(changed({}, [bar, {}]));
    pass(long);
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('lets all looks come together, so that what one read serves the others', () => {
    const order: string[] = [];
    module.whenSettled(() => order.push('first'), life.signal);
    module.whenSettled(() => order.push('second'), life.signal);
    pass(long);
    change();
    pass(long);
    expect(order).toEqual(['first', 'second', 'first', 'second']);
  });

  it('comes back the later the longer a look takes, and never later than after three seconds', () => {
    let took = 3;
    const look = vi.fn(() => vi.setSystemTime(Date.now() + took));
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    module.whenSettled(look, life.signal);
    pass(long);
    change();
    pass(long);
    expect(look).toHaveBeenCalledTimes(2);
    // 3 ms are three thousandths of a second.
    change();
    pass(199);
    expect(look).toHaveBeenCalledTimes(2);
    took = 500;
    pass(1);
    expect(look).toHaveBeenCalledTimes(3);
    change();
    pass(2900);
    expect(look).toHaveBeenCalledTimes(3);
    pass(200);
    expect(look).toHaveBeenCalledTimes(4);
    clock.mockRestore();
  });

  it('does what is due anyway before it looks, and does not count it as looking', () => {
    const order: string[] = [];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    const catchesUp = () => {
      order.push('due');
      vi.setSystemTime(Date.now() + 500);
      return true;
    };
    module.beforeLooks(catchesUp, life.signal);
    module.whenSettled(() => order.push('look'), life.signal);
    pass(200);
    change();
    pass(400);
    expect(order).toEqual(['due', 'look', 'due', 'look']);
    clock.mockRestore();
  });

  it('waits while much is due before it, but not for ever, and not when the page is left', () => {
    const look = vi.fn();
    let catchesUp = false;
    module.beforeLooks(() => catchesUp, life.signal);
    module.whenSettled(look, life.signal);
    // The first one tells what the document came with.
    pass(400);
    expect(look).toHaveBeenCalledTimes(1);
    pass(long);
    change();
    pass(1900);
    expect(look).toHaveBeenCalledTimes(1);
    pass(400);
    expect(look).toHaveBeenCalledTimes(2);
    pass(long);
    change();
    pass(1000);
    expect(look).toHaveBeenCalledTimes(2);
    catchesUp = true;
    pass(100);
    expect(look).toHaveBeenCalledTimes(3);
    catchesUp = false;
    pass(long);
    change();
    page.dispatchEvent(new Event('pagehide'));
    expect(look).toHaveBeenCalledTimes(4);
  });

  it('does not rest when the walker presses something, unless looking takes long', () => {
    let took = 5;
    const look = vi.fn(() => vi.setSystemTime(Date.now() + took));
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    const press = () =>
      page.dispatchEvent(Object.defineProperty(new Event('click'), 'isTrusted', { value: true }));
    module.whenSettled(look, life.signal);
    pass(200);
    expect(look).toHaveBeenCalledTimes(1);
    took = 20;
    change();
    press();
    pass(200);
    // What came before the press, and what it brought.
    expect(look).toHaveBeenCalledTimes(2);
    took = 60;
    change();
    press();
    pass(200);
    expect(look).toHaveBeenCalledTimes(3);
    change();
    press();
    pass(2000);
    expect(look).toHaveBeenCalledTimes(3);
    clock.mockRestore();
  });

  it('tells what a press brings about with a time after it, what came shortly before with one before it', () => {
    vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
    const moments: number[] = [];
    module.whenSettled((moment) => moments.push(moment), life.signal);
    pass(1000);
    const changedAt = Date.now();
    change();
    pass(50);
    const pressedAt = Date.now();
    page.dispatchEvent(Object.defineProperty(new Event('click'), 'isTrusted', { value: true }));
    change();
    pass(1000);
    expect(moments.slice(1)).toEqual([changedAt, pressedAt]);
    vi.restoreAllMocks();
  });

  describe('what stood long enough to be looked at', () => {
    const press = (kind: string, more: object = {}, isTrusted = true) =>
      page.dispatchEvent(
        Object.assign(Object.defineProperty(new Event(kind), 'isTrusted', { value: isTrusted }), more),
      );
    /** A look that cost `took` is followed by a rest, in which the page changes and then stands for `stood`. */
    const restAndChange = (took: number, stood: number) => {
      const look = vi.fn(() => vi.setSystemTime(Date.now() + took));
      vi.spyOn(performance, 'now').mockImplementation(() => Date.now());
      module.whenSettled(look, life.signal);
      pass(200);
      change();
      pass(stood);
      expect(look).toHaveBeenCalledTimes(1);
      return look;
    };
    afterEach(() => {
      vi.restoreAllMocks();
    });

    it.each([
      ['pointerdown', {}],
      ['keydown', { key: 'Enter' }],
      ['keydown', { key: 'Escape' }],
    ])('is looked at before the page hears of the press that sends it away: %s %o', (kind, more) => {
      const look = restAndChange(5, 600);
      press(kind, more);
      expect(look).toHaveBeenCalledTimes(2);
    });

    it.each([
      ['a script made the press', 5, 600, 'pointerdown', {}, false],
      ['the key only writes', 5, 600, 'keydown', { key: 'a' }, true],
      ['the page has not settled', 5, 100, 'pointerdown', {}, true],
      ['looking takes long', 60, 600, 'pointerdown', {}, true],
    ])('is not when %s', (_, took, stood, kind, more, isTrusted) => {
      const look = restAndChange(took, stood);
      press(kind, more, isTrusted);
      expect(look).toHaveBeenCalledTimes(1);
    });

    it('is left for later where much is due before it', () => {
      const look = restAndChange(5, 600);
      module.beforeLooks(() => false, life.signal);
      press('pointerdown');
      expect(look).toHaveBeenCalledTimes(1);
    });

    it('is looked at within two seconds on a slow machine, as long as messages stand that go by themselves', () => {
      const look = restAndChange(12, 1400);
      pass(600);
      expect(look).toHaveBeenCalledTimes(2);
    });
  });

  it('waits for the document to be read', () => {
    Object.assign(document, { readyState: 'loading' });
    const look = vi.fn();
    module.whenSettled(look, life.signal);
    pass(1000);
    expect(look).toHaveBeenCalledTimes(0);
    Object.assign(document, { readyState: 'interactive' });
    document.dispatchEvent(new Event('DOMContentLoaded'));
    pass(200);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks all the same at a document that is read for very long', () => {
    Object.assign(document, { readyState: 'loading' });
    const look = vi.fn();
    module.whenSettled(look, life.signal);
    pass(2000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('looks before the page is left when a look is due, and not otherwise', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal);
    pass(long);
    page.dispatchEvent(new Event('pagehide'));
    expect(look).toHaveBeenCalledTimes(1);
    change();
    page.dispatchEvent(new Event('pagehide'));
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('stops with its signal', () => {
    const look = vi.fn();
    module.whenSettled(look, life.signal);
    pass(long);
    change();
    life.abort();
    pass(long);
    expect(look).toHaveBeenCalledTimes(1);
    expect(mutated).toBeUndefined();
  });

  it('names the same state of the page until it changes, and none while nobody watches', () => {
    const states: (number | undefined)[] = [];
    module.whenSettled(() => states.push(module.pageState()), life.signal);
    module.whenSettled(() => states.push(module.pageState()), life.signal);
    pass(long);
    expect(states[0]).toBe(states[1]);
    change();
    expect(module.pageState()).toBeUndefined();
    pass(long);
    expect(states[2]).toBe(states[3]);
    expect(states[2]).not.toBe(states[0]);
  });
});
