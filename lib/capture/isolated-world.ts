import { startClock } from './clock.ts';

/**
 * Imported before rrweb. `customElements` is null in an isolated world, and rrweb's guarded look at it throws once
 * per element, about 80 µs each: most of what recording costs there. The page never sees this stand-in.
 */
if (window.customElements === null || window.customElements === undefined) {
  Object.defineProperty(window, 'customElements', {
    value: { get() {}, define() {}, whenDefined: () => new Promise(() => {}) },
    configurable: true,
  });
}
startClock();
