import { Id, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** How far the PC recorder can see a check item. */
export const Observability = z.enum(['direct', 'assisted', 'manual', 'none']);
export type Observability = z.infer<typeof Observability>;

/** 条目: one line of a checklist, keyed by id (`checklist.dimension.nn`), never by its label. */
export const CheckItem = z.object({
  id: Id,
  text: ShortText.min(1),
  /** The document's own wording, where `text` says it shorter. */
  wording: ShortText.default(''),
  /** True where the document names the dimension only and the item was put under it by inference. */
  derived: z.boolean().default(false),
  observability: Observability,
  /** Codes of the signals that bear on this item. */
  signals: z.array(Id).default([]),
  /** True where "yes" means there is a problem (反向项). */
  reverse: z.boolean().default(false),
});
export type CheckItem = z.infer<typeof CheckItem>;

/** 维度: a group of check items under one "X不X" question. */
export const Dimension = z.object({
  id: Id,
  name: ShortText.min(1),
  question: ShortText.default(''),
  polarity: z.enum(['yes-is-good', 'yes-is-bad']),
  items: z.array(CheckItem).min(1),
});
export type Dimension = z.infer<typeof Dimension>;

/** 检查表 */
export const Checklist = z.object({ id: Id, title: ShortText.min(1), dimensions: z.array(Dimension).min(1) });
export type Checklist = z.infer<typeof Checklist>;

/** The check item with this id and the dimension it stands under; undefined when no checklist has it. */
export function findCheckItem(checklists: readonly Checklist[], id: string) {
  for (const checklist of checklists) {
    for (const dimension of checklist.dimensions) {
      const item = dimension.items.find((candidate) => candidate.id === id);
      if (item) return { checklist, dimension, item };
    }
  }
  return undefined;
}
