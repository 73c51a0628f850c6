import { expect, test } from 'vitest';
import { Checklist, findCheckItem } from '../../../lib/model/checklist.ts';
import { Id, Sha256 } from '../../../lib/model/primitives.ts';
import { Receipt, ReceiptBody, receiptText } from '../../../lib/model/receipt.ts';

/** Two programmes' dimensions of one name and opposite meaning: "高不高". */
const checklists = [
  { id: 'cost', question: '成本高不高', polarity: 'yes-is-bad' as const },
  { id: 'speed', question: '效率高不高', polarity: 'yes-is-good' as const },
].map(({ id, question, polarity }) =>
  Checklist.parse({
    id,
    title: question,
    dimensions: [
      {
        id: `${id}.high`,
        name: '高不高',
        question,
        polarity,
        items: [{ id: `${id}.high.01`, text: '跑了几趟', observability: 'manual' }],
      },
    ],
  }),
);

test('a check item is found by its id, with the dimension and the checklist it stands under', () => {
  const found = findCheckItem(checklists, 'speed.high.01');
  expect([found?.checklist.id, found?.dimension.polarity, found?.item.text]).toEqual([
    'speed',
    'yes-is-good',
    '跑了几趟',
  ]);
});

test('neither a label nor an unknown id finds a check item', () => {
  expect(findCheckItem(checklists, '高不高')).toBeUndefined();
  expect(findCheckItem(checklists, 'speed.high.02')).toBeUndefined();
  expect(findCheckItem([], 'speed.high.01')).toBeUndefined();
});

const body = {
  reportId: 'r-1',
  reportHash: 'a'.repeat(64),
  objects: 5,
  keptAt: 1_790_000_000_000,
  collector: '青溪市归集服务',
};

test('the text that a receipt signs is fixed to the letter', () => {
  expect(receiptText(body)).toBe(`["r-1","${'a'.repeat(64)}",5,1790000000000,"青溪市归集服务"]`);
});

test('every part of a receipt’s body changes the text that is signed', () => {
  const others: Record<string, unknown> = {
    reportId: 'r-2',
    reportHash: 'b'.repeat(64),
    objects: 6,
    keptAt: 1,
    collector: '别处',
  };
  expect(Object.keys(others)).toEqual(Object.keys(ReceiptBody.shape));
  for (const [key, value] of Object.entries(others)) {
    expect(receiptText({ ...body, [key]: value })).not.toBe(receiptText(body));
  }
});

test('a receipt under another algorithm is refused', () => {
  const receipt = { ...body, publicKey: 'key', signature: 'signature' };
  expect(Receipt.safeParse({ ...receipt, algorithm: 'ECDSA-P256-SHA256' }).success).toBe(true);
  expect(Receipt.safeParse({ ...receipt, algorithm: 'none' }).success).toBe(false);
});

test.each(['a', 'A-1_b.c', '0'.repeat(80)])('%s is an id', (id) =>
  expect(Id.safeParse(id).success).toBe(true),
);
test.each(['', '.', '..', '-a', 'a/b', 'a b', '事项', 'a\n', '0'.repeat(81)])('%j is no id', (id) => {
  expect(Id.safeParse(id).success).toBe(false);
});
test.each(['A'.repeat(64), 'a'.repeat(63), 'g'.repeat(64), `${'a'.repeat(64)}\n`])(
  '%j names no object',
  (name) => {
    expect(Sha256.safeParse(name).success).toBe(false);
  },
);
