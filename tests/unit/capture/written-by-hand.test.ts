import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearWriting } from '../../../lib/capture/written-by-hand.ts';

/** Calls whoever listens: of an event that a test makes a browser says that nobody may trust it. */
let happens: (event: { isTrusted: boolean }) => void;
vi.mock('../../../lib/capture/hear-events.ts', () => ({
  hearEvents: (_kinds: string[], hear: typeof happens) => {
    happens = hear;
  },
}));
let isByHand: (event: Event) => boolean;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { userActivation: { isActive: false } });
  isByHand = hearWriting(new AbortController().signal);
  vi.advanceTimersByTime(5000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const written = (inputType?: string, isTrusted = true) => ({ isTrusted, inputType }) as unknown as Event;
it('text that nothing announced is a script’s', () => {
  expect(isByHand(written('insertText'))).toBe(false);
  happens({ isTrusted: false });
  expect(isByHand(written('insertText'))).toBe(false);
});

it('text that was announced, or comes right after a press, is by hand', () => {
  happens({ isTrusted: true });
  expect(isByHand(written('insertText'))).toBe(true);
  vi.advanceTimersByTime(900);
  expect(isByHand(written('insertText'))).toBe(true);
  vi.advanceTimersByTime(200);
  expect(isByHand(written('insertText'))).toBe(false);
});

it('what the browser fills in, pastes and composes is by hand, what a script calls out is not', () => {
  for (const type of [undefined, 'insertReplacementText', 'insertFromPaste', 'insertCompositionText', ''])
    expect(isByHand(written(type)), type).toBe(true);
  expect(isByHand(written('insertText', false))).toBe(false);
});

it('text is by hand where somebody has just used the page, in whichever of its frames', () => {
  vi.stubGlobal('navigator', { userActivation: { isActive: true } });
  expect(isByHand(written('insertText'))).toBe(true);
});
