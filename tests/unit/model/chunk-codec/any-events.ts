import fc from 'fast-check';

/** Keys that have a meaning in JavaScript, in rrweb or in the spelling itself, beside arbitrary ones. */
const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', '\n', ','),
  fc.constantFrom('id', 'type', 'data', 'timestamp', 'source', 'childNodes', 'attributes', 'tagName', 'node'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** Texts: words met in portals, marks of the spelling, addresses, lone surrogates. */
export const anyText = fc.oneof(
  fc.constantFrom(
    '',
    '\n',
    '\n  ',
    ' ',
    '提交',
    '办事指南',
    '^',
    '@',
    '^{}',
    '@#',
    '|~`\u00a6\u00b6',
    '\u0100\u0101办',
  ),
  fc.constantFrom('\ud800', 'a\udc00b', '\udfff\ud800', '😀', '\u0000', '\u2028', '\ufeff', '"\\"'),
  fc.constantFrom(
    'http://a.example/',
    'http://a.example/%E5%8A%9E',
    'http://a.example/%e5%8a%9e',
    '://%',
    '://办',
  ),
  fc.constantFrom(
    'http://a.example/q?%E5',
    'https://b.example/%25%E5%8A%9E/办',
    'el-form-item__label',
    'el-form-item',
  ),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
);

export const anyNumber = fc.oneof(
  fc.nat(400),
  fc.integer({ min: -5, max: 5 }),
  fc.maxSafeInteger(),
  fc.float({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(339.1000061035156, 405.671875, 2 ** 53, -(2 ** 50), 2 ** 31, 1e300, 5e-324),
);

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), anyNumber, anyText),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.tuple(keys, tie('json')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
export const anyJson = json;

/** Mostly what it should be, now and then anything: a field of the wrong type. */
const mostly = (good: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 40, arbitrary: good }, { weight: 1, arbitrary: json });
/** An object as rrweb writes it, now and then with a field missing or one too many. */
const like = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.record(fields) },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.record(fields), keys, json).map(([object, key, value]) => {
        const entries: [string, unknown][] = [...Object.entries(object), [key, value]];
        return Object.fromEntries(entries);
      }),
    },
  );

const ids = mostly(fc.oneof(fc.nat(60), fc.integer({ min: -2, max: 5000 })));
const tags = mostly(fc.constantFrom('div', 'span', 'td', 'input', 'el-custom', 'svg', '__proto__', ''));
const values = fc.oneof(
  anyText,
  fc.boolean(),
  fc.nat(300),
  fc.constant(null),
  fc.constant({ color: 'red', top: false }),
);
const attributes = mostly(
  fc
    .array(fc.tuple(fc.oneof(fc.constantFrom('class', 'id', 'href', 'style', 'data-v-1'), keys), values), {
      maxLength: 4,
    })
    .map((entries) => Object.fromEntries(entries)),
);
const text = like({ type: fc.constant(3), textContent: mostly(anyText), id: ids });

export const { node: anyNode } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    like({
      type: fc.constant(2),
      tagName: tags,
      attributes,
      childNodes: mostly(fc.array(tie('node'), { maxLength: 4 })),
      id: ids,
    }),
    like({
      type: fc.constantFrom(0, 1, 2, 5),
      tagName: tags,
      attributes,
      childNodes: fc.array(tie('node'), { maxLength: 2 }),
      id: ids,
      isSVG: fc.constant(true),
      rootId: ids,
    }),
  ),
}));

/** Ids as a document has them: counted on, with a hole here and there. */
export function countIds(node: unknown, next = { id: 0 }, skips = 7): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(node));
  next.id += next.id % skips === skips - 1 ? 3 : 1;
  if (Number.isInteger(copy.id)) copy.id = next.id;
  if (Array.isArray(copy.childNodes))
    copy.childNodes = copy.childNodes.map((child) => countIds(child, next, skips));
  return copy;
}

const list = (item: fc.Arbitrary<unknown>, maxLength = 4) => mostly(fc.array(item, { maxLength }));
const position = like({
  x: anyNumber,
  y: anyNumber,
  id: ids,
  timeOffset: mostly(fc.integer({ min: -500, max: 0 })),
});
const mutation = like({
  source: fc.constant(0),
  texts: list(like({ id: ids, value: fc.oneof(anyText, fc.constant(null)) })),
  attributes: list(like({ id: ids, attributes })),
  removes: list(like({ parentId: ids, id: ids })),
  adds: list(like({ parentId: ids, nextId: fc.oneof(fc.constant(null), ids), node: anyNode }), 8),
});
const data = [
  [
    2,
    like({
      node: fc.oneof(
        anyNode,
        anyNode.map((node) => countIds(node)),
      ),
      initialOffset: like({ top: anyNumber, left: anyNumber }),
    }),
  ],
  [3, mutation],
  [3, like({ source: fc.constant(1), positions: list(position) })],
  [3, like({ source: fc.constant(2), type: fc.nat(10), id: ids, x: anyNumber, y: anyNumber })],
  [3, like({ source: fc.constant(5), id: ids, text: anyText, isChecked: fc.boolean() })],
  [3, like({ source: fc.constant(8), id: ids, adds: list(like({ rule: anyText, index: fc.nat(9) })) })],
  [4, like({ href: anyText, width: fc.nat(2000), height: fc.nat(2000) })],
  [5, like({ tag: anyText, payload: json })],
  [6, json],
] as const;
const timestamp = mostly(
  fc.oneof(fc.integer({ min: 1_790_000_000_000, max: 1_790_000_100_000 }), fc.nat(50), anyNumber),
);

/** rrweb's events, now and then not quite, among anything else JSON can say. */
export const anyEvents = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: json },
      ...data.map(([type, content]) => ({
        weight: 6,
        arbitrary: like({ type: mostly(fc.constant(type)), data: content, timestamp }),
      })),
    ),
    { maxLength: 12 },
  )
  .map((events) => JSON.parse(JSON.stringify(events)) as unknown[]);
