import type { TypedWords } from '../redact/typed-words.ts';

/** The redactor, handed in by the entrypoint. */
export type Redactor = {
  text(text: string): { text: string; found: Record<string, number> };
  url(url: string): string;
  css(css: string): string;
  event<E extends { type: number; timestamp: number }>(
    event: E,
    /** Whether a node lies in a part of the page that can be written in. */
    isWritten?: (id: number) => boolean,
  ): Generator<void, { event: E; found: Record<string, number> }, void>;
  ranges(text: string): { start: number; end: number }[];
  /** Whether a text is masked for the label beside it. */
  isPersonalBeside(label: string, text: string): boolean;
  /** The kind of a text that a label beside it has shown to be personal, on this page. */
  kindOfWhole(text: string): string | undefined;
  /** What somebody types on this page. */
  typed: TypedWords;
};
