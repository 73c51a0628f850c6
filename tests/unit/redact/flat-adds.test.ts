import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEventMemory, redactEvent } from '../../../lib/redact/index.ts';
import { element, snapshot, type Tree, text } from './trees.ts';

type Add = { parentId: number; nextId: number | null; previousId?: number | null; node: Tree };
const LABELS = [
  '常住地址',
  '现住址',
  '户籍地址',
  '居住地址',
  '邮寄地址',
  '收件地址',
  '联系地址',
  '户口所在地',
  '暂住地址',
];
const ADDRESS = '某省某市某区桂花路12号';

/** Every node by itself with its neighbours named, as rrweb lists what was added. */
function listed(
  node: Tree,
  parentId: number,
  nextId: number | null,
  previousId: number | null = null,
): Add[] {
  const children = node.childNodes ?? [];
  const own = { parentId, nextId, previousId, node: { ...node, ...(node.childNodes && { childNodes: [] }) } };
  return [
    own,
    ...children.flatMap((child, i) =>
      listed(child, node.id, children[i + 1]?.id ?? null, children[i - 1]?.id ?? null),
    ),
  ];
}
const mutation = (parts: { adds?: Add[]; texts?: { id: number; value: string }[] }) => ({
  type: 3,
  timestamp: 1,
  data: { source: 0, texts: [], attributes: [], adds: [], removes: [], ...parts },
});
const shownIn = (event: { data: { adds: Add[] } }) =>
  event.data.adds.flatMap(({ node }) => (node.type === 3 ? [node.textContent] : []));

const cell = (kind: string, value: string) => element('td', { class: `el-descriptions__${kind}` }, [value]);
const bordered = (label: string) =>
  element('table', {}, [
    element('tbody', {}, [
      element('tr', {}, [cell('label', '失业原因'), cell('content', '合同到期')]),
      element('tr', {}, [cell('label', label), cell('content', ADDRESS)]),
    ]),
  ]);
const plain = (label: string) =>
  element('div', {}, [
    element('span', { class: 'el-descriptions__label' }, [label]),
    element('span', { class: 'el-descriptions__content' }, [element('span', { title: ADDRESS }, [ADDRESS])]),
  ]);

describe('labels and values listed one by one', () => {
  test('in whatever order the nodes come, the value of a labelled cell is masked and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LABELS),
        fc.constantFrom(bordered, plain),
        fc.infiniteStream(fc.nat()),
        (label, draw, keys) => {
          const adds = listed(draw(label), 9, null)
            .map((add) => ({ add, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ add }) => add);
          const { event } = redactEvent(mutation({ adds }), { memory: createEventMemory() });
          const shown = shownIn(event);
          expect(shown).toContain('〔地址〕');
          expect(shown).toContain(label);
          expect(JSON.stringify(event)).not.toContain(ADDRESS);
          if (draw === bordered) expect(shown).toContain('合同到期');
        },
      ),
    );
  });

  test('a value cell that comes in a later event than its label', () => {
    const memory = createEventMemory();
    const label = element('td', {}, ['常住地址']);
    const line = element('tr', {}, [label]);
    redactEvent(mutation({ adds: listed(line, 9, null) }), { memory });
    const adds = listed(element('td', {}, [ADDRESS]), line.id, null, label.id);
    expect(shownIn(redactEvent(mutation({ adds }), { memory }).event)).toEqual(['〔地址〕']);
  });

  const emptyPair = () => {
    const [label, value] = [element('td'), element('td')];
    const line = element('tr', {}, [label, value]);
    return { label, value, line };
  };
  const into = (parent: Tree, value: string): Add => ({
    parentId: parent.id,
    nextId: null,
    node: text(value),
  });

  test('two empty cells filled in one event, the value listed first or last', () => {
    for (const valueFirst of [true, false]) {
      const memory = createEventMemory();
      const { label, value, line } = emptyPair();
      redactEvent(snapshot([element('table', {}, [line])]), { memory });
      const adds = [into(value, ADDRESS), into(label, '常住地址')];
      if (!valueFirst) adds.reverse();
      const shown = shownIn(redactEvent(mutation({ adds }), { memory }).event);
      expect(shown.sort()).toEqual(['〔地址〕', '常住地址'].sort());
    }
  });

  test('two empty cells filled one event after the other', () => {
    const memory = createEventMemory();
    const { label, value, line } = emptyPair();
    redactEvent(mutation({ adds: listed(line, 9, null) }), { memory });
    redactEvent(mutation({ adds: [into(label, '参保人')] }), { memory });
    expect(shownIn(redactEvent(mutation({ adds: [into(value, '买买提')] }), { memory }).event)).toEqual([
      '〔姓名〕',
    ]);
  });

  test('empty text nodes written to', () => {
    const memory = createEventMemory();
    const [label, value] = [text(''), text('')];
    const line = element('div', {}, [element('span', {}, [label]), element('span', {}, [value])]);
    redactEvent(snapshot([line]), { memory });
    const texts = [
      { id: value.id, value: '某市某路' },
      { id: label.id, value: '现住址：' },
    ];
    const { event } = redactEvent(mutation({ texts }), { memory });
    expect(event.data.texts.map((each) => each.value)).toEqual(['〔地址〕', '现住址：']);
  });

  test('a service label written late leaves its neighbour alone', () => {
    const memory = createEventMemory();
    const { label, value, line } = emptyPair();
    redactEvent(snapshot([element('table', {}, [line])]), { memory });
    const adds = [into(label, '办理地点'), into(value, '某区某路5号政务服务大厅')];
    expect(shownIn(redactEvent(mutation({ adds }), { memory }).event)).toEqual([
      '办理地点',
      '某区某路5号政务服务大厅',
    ]);
  });
});
