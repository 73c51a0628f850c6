import type { Path } from './edit-path.ts';

/** One field as it is edited; labels are `pack.field.<name>`, an option's label is `<words>.<option>`. */
export type FieldSpec =
  | { kind: 'text'; name: string; long?: boolean; wide?: boolean }
  | { kind: 'number'; name: string }
  /** `otherwise` is what holds where nothing was said. */
  | { kind: 'yesNo'; name: string; otherwise?: boolean }
  /** Yes, no, or not said. */
  | { kind: 'yesNoUnsaid'; name: string }
  | { kind: 'choice'; name: string; options: readonly string[]; words: string }
  | {
      kind: 'choices';
      name: string;
      options: readonly string[];
      words?: string;
      titles?: Record<string, string>;
    }
  /** Several short texts, in order. */
  | { kind: 'texts'; name: string }
  | { kind: 'deadline'; name: string }
  | { kind: 'group'; name: string; fields: readonly FieldSpec[]; optional?: Record<string, unknown> }
  | ListSpec;

/** Entries with order; `summary` names the field an entry is known by. */
export type ListSpec = {
  kind: 'list';
  name: string;
  summary: string;
  fields: readonly FieldSpec[];
  /** A new entry; `owner` is what holds the list, `list` its entries. */
  fresh(owner: Record<string, unknown>, list: readonly Record<string, unknown>[]): Record<string, unknown>;
  /** Few and small entries stand open. */
  open?: boolean;
};

export type EditorTab = { name: string; fields: readonly FieldSpec[] };
export type FaultsAt = (path: Path) => string | undefined;
