import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHandSense } from '../../../lib/capture/written-by-hand.ts';

let { met, isByHand } = createHandSense();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { userActivation: { isActive: false } });
  ({ met, isByHand } = createHandSense());
  vi.advanceTimersByTime(5000);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const written = (inputType = '', isTrusted = true) => ({ isTrusted, inputType });

it('text that nothing announced is a script’s', () => {
  expect(isByHand(written('insertText'))).toBe(false);
  met({ isTrusted: false });
  expect(isByHand(written('insertText'))).toBe(false);
});

it('text that was announced, or comes right after a press, is by hand', () => {
  met({ isTrusted: true });
  expect(isByHand(written('insertText'))).toBe(true);
  vi.advanceTimersByTime(900);
  expect(isByHand(written('insertText'))).toBe(true);
  vi.advanceTimersByTime(200);
  expect(isByHand(written('insertText'))).toBe(false);
});

it('what the browser fills in, pastes and composes is by hand, what a script calls out is not', () => {
  for (const type of ['insertReplacementText', 'insertFromPaste', 'insertCompositionText', ''])
    expect(isByHand(written(type)), type).toBe(true);
  expect(isByHand({ isTrusted: true })).toBe(true);
  expect(isByHand(written('insertText', false))).toBe(false);
});

it('text is by hand where somebody has just used the page, in whichever of its frames', () => {
  vi.stubGlobal('navigator', { userActivation: { isActive: true } });
  expect(isByHand(written('insertText'))).toBe(true);
});
