import { describe, expect, it } from 'vitest';
import { CatalogueItem } from '../../../lib/model/catalogue.ts';
import { createItemSearch } from '../../../lib/model/search-items.ts';

const item = (row: number, name: string, more: Partial<CatalogueItem> = {}) =>
  CatalogueItem.parse({ row, name, ...more });

describe('a search in the catalogue', () => {
  const items = [
    item(1, '失业保险金申领', { department: '人社局' }),
    item(2, '失业登记', { department: '人社局', code: '11440100696927671X3442111817001' }),
    item(3, '“失业再就业”一件事一次办'),
    item(4, '就业失业登记证补发', { department: '青溪市人社局' }),
    item(5, '公共图书馆读者证申领', { department: '图书馆', otherCodes: ['442111817002'] }),
  ];
  const search = createItemSearch(items);
  const names = (query: string) => search(query, 10).map(({ row }) => row);

  it('puts names that begin with the words first, the shorter before the longer', () => {
    expect(names('失业')).toEqual([2, 1, 3, 4]);
  });
  it('asks for every word, in the name, the department or the code', () => {
    expect(names('登记 青溪')).toEqual([4]);
    expect(names('696927671x')).toEqual([2]);
    expect(names('442111817002')).toEqual([5]);
    expect(names('登记 税务')).toEqual([]);
  });
  it('minds no quotes, brackets or blanks in names', () => {
    expect(names('失业再就业一件事')).toEqual([3]);
  });
  it('gives no more than asked for, and without words the first ones', () => {
    expect(search('失业', 2)).toHaveLength(2);
    expect(search('  ', 3).map(({ row }) => row)).toEqual([1, 2, 3]);
  });
  it('finds one among 10,000', () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      item(at + 1, `事项${at}办理`, { code: `YL-${at}` }),
    );
    expect(createItemSearch(many)('事项9876办理', 40).map(({ row }) => row)).toEqual([9877]);
  });
});
