import type { TypedWords } from '../redact/typed-words.ts';
import { findAbove } from './look-above.ts';

/** What a recording frame has learned of its page, for the same-origin frames it records: they keep no events of their own. */
export type KnownWords = {
  /** The kind of a text that a label beside it has shown to be personal. */
  kindOf(text: string): string | undefined;
  /** Masks what waits, so that all that is shown has been learned. */
  drain(): void;
  /** Masks some of it; true when nothing is left. */
  catchesUp(): boolean;
  /** Does something once that is so, without holding the page for it. */
  after(job: () => void): void;
  /** What somebody types in such a frame is shown in what this one keeps. */
  typed: TypedWords;
  /** Somebody writes in a part of such a frame that can be written in. */
  writing(): void;
};

/** Lets the frames inside this one ask. */
export function shareKnownWords(known: KnownWords): void {
  (globalThis as { zybKnownWords?: KnownWords }).zybKnownWords = known;
}

/** What the frame that records this one knows; undefined where none above does. */
export const knownAbove = (): KnownWords | undefined => findAbove('zybKnownWords') as KnownWords | undefined;
