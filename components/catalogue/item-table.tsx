import { Table, Tag } from 'antd';
import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import { useText } from '../text.tsx';
import { ItemCodeParts } from './item-code.tsx';

/** Items as the catalogue has them, some to a page. */
export function ItemTable({ items }: { items: readonly CatalogueItem[] }) {
  const text = useText();
  return (
    <Table<CatalogueItem>
      size="small"
      rowKey="row"
      dataSource={[...items]}
      pagination={{ pageSize: 6, showSizeChanger: false, simple: true }}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: text('catalogue.field.row'), dataIndex: 'row', width: 56 },
        {
          title: text('catalogue.field.name'),
          width: 260,
          render: (_, item) => (
            <span className="zyb-catalogue-name">
              {item.name} <ItemMarks item={item} />
            </span>
          ),
        },
        { title: text('catalogue.field.code'), render: (_, item) => <ItemCodeParts code={item.code} /> },
        { title: text('catalogue.field.department'), dataIndex: 'department' },
        {
          title: text('catalogue.field.promisedLimit'),
          render: (_, { promisedLimit }) => promisedLimit ?? '–',
        },
        {
          title: text('catalogue.field.materials'),
          align: 'right',
          render: (_, { materials }) => materials ?? '–',
        },
        { title: text('catalogue.field.trips'), align: 'right', render: (_, { trips }) => trips ?? '–' },
        {
          title: text('catalogue.field.guideUrl'),
          render: (_, { guideUrl }) => (
            <span className="zyb-catalogue-url" title={guideUrl}>
              {guideUrl ?? '–'}
            </span>
          ),
        },
      ]}
    />
  );
}

/** The marks of an item: one thing, cross-region, high frequency. */
export function ItemMarks({ item }: { item: CatalogueItem }) {
  const text = useText();
  return (['oneThing', 'crossRegion', 'highFrequency'] as const).map(
    (mark) => item[mark] && <Tag key={mark}>{text(`catalogue.mark.${mark}`)}</Tag>,
  );
}
