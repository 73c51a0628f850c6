import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutScripts } from '../../../lib/redact/event/without-scripts.ts';
import { createEventMemory, redactEvent } from '../../../lib/redact/index.ts';
import { deepFreeze, element, snapshot, type Tree, text } from './trees.ts';

type Add = { parentId: number; nextId: number | null; shownNext?: number | null; node: Tree };
const script = () => element('script');
const mutation = (adds: Add[]) => ({
  type: 3,
  timestamp: 1,
  data: { source: 0, texts: [], attributes: [], removes: [], adds },
});
const masked = <E extends { type: number }>(event: E, memory = createEventMemory()) =>
  redactEvent(deepFreeze(event), { memory }).event;

const leaf = fc.constantFrom(
  '姓名',
  '姓名：',
  '联系电话',
  '王小明',
  '13800138000',
  '440106',
  '1',
  '3',
  '：',
  ' ',
  '办理须知',
);
const tags = fc.constantFrom('div', 'span', 'p', 'td', 'tr', 'th', 'dt', 'dd', 'label', 'table', 'a');
type Shape = string | { tag: string; children: Shape[] };
const shapes = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ tag: tags, children: fc.array(tie('shape'), { maxLength: 5 }) }),
  ),
})).shape;

/** The tree of a shape with scripts among its nodes, where `at` says so. */
function grown(shape: Shape, at: () => boolean): Tree {
  if (typeof shape === 'string') return text(shape);
  const children = shape.children.flatMap((child) =>
    at() ? [script(), grown(child, at)] : [grown(child, at)],
  );
  return element(shape.tag, {}, at() ? [...children, script()] : children);
}
const inTurn = (turns: boolean[]) => {
  let next = 0;
  return () => turns[next++ % turns.length] ?? false;
};

const wordsOf = (node: Tree): string[] =>
  node.type === 3 ? [node.textContent ?? ''] : (node.childNodes ?? []).flatMap(wordsOf);

describe('scripts among the elements of a page', () => {
  test('change nothing about what is masked, whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.array(shapes, { maxLength: 5 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        (all, turns) => {
          const at = inTurn(turns);
          const plain = masked(snapshot(all.map((shape) => grown(shape, () => false))));
          const among = masked(
            snapshot(all.flatMap((shape) => (at() ? [script(), grown(shape, at)] : [grown(shape, at)]))),
          );
          expect(wordsOf(withoutScripts(among.data.node))).toEqual(wordsOf(plain.data.node));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('nor about what is put in later, before, behind and between them', () => {
    fc.assert(
      fc.property(
        fc.array(shapes, { minLength: 1, maxLength: 4 }),
        fc.array(shapes, { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: 1 }),
        fc.nat(4),
        (first, late, turns, place) => {
          const words = (withScripts: boolean) => {
            const at = withScripts ? inTurn(turns) : () => false;
            const memory = createEventMemory();
            const there = first.flatMap((shape) =>
              at() ? [script(), grown(shape, at)] : [grown(shape, at)],
            );
            const holder = element('div', {}, at() ? [...there, script()] : there);
            masked(snapshot([holder]), memory);
            const shown = there.filter(({ tagName }) => tagName !== 'script');
            const nextShown = shown[place]?.id ?? null;
            // What stands before the place may be a script; then the first of those before it comes next.
            const all = holder.childNodes ?? [];
            let index = nextShown === null ? all.length : all.findIndex(({ id }) => id === nextShown);
            while (withScripts && all[index - 1]?.tagName === 'script') index -= 1;
            const nextId = all[index]?.id ?? null;
            const added = late.flatMap((shape) => (at() ? [grown(shape, at), script()] : [grown(shape, at)]));
            const adds = added
              .map((node, i): Add => {
                const next = added[i + 1];
                if (next) return { parentId: holder.id, nextId: next.id, node };
                const isBeforeScript = nextId !== nextShown;
                return { parentId: holder.id, nextId, node, ...(isBeforeScript && { shownNext: nextShown }) };
              })
              .reverse();
            const event = masked(mutation(adds), memory);
            expect(event.data.adds.every((add) => !('shownNext' in add))).toBe(true);
            return [...event.data.adds].reverse().flatMap(({ node }) => wordsOf(node));
          };
          expect(words(true)).toEqual(words(false));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a value put between its label and a script is masked by the label', () => {
    const memory = createEventMemory();
    const [label, behind, other] = [element('dt', {}, ['姓名']), script(), element('dt', {}, ['联系电话'])];
    const list = element('dl', {}, [label, behind, other]);
    masked(snapshot([list]), memory);
    const value = element('dd', {}, ['张三丰']);
    const event = masked(
      mutation([{ parentId: list.id, nextId: behind.id, shownNext: other.id, node: value }]),
      memory,
    );
    expect(wordsOf(event.data.adds[0]?.node as Tree)).toEqual(['〔姓名〕']);
  });
});
