import { Empty, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import type { FormSession } from '../../lib/model/official-form.ts';
import { walkModes } from '../../lib/model/walk-mode.ts';
import { formatDate } from '../format/format-date.ts';
import { useText } from '../text.tsx';
import { type FormFilter, filterSessions } from './filter-sessions.ts';

/** Which sessions go into the form. The filter narrows what is shown, and what is not shown is not chosen. */
export function SessionChoice(props: {
  sessions: readonly FormSession[];
  chosen: readonly string[];
  onChoose(ids: string[]): void;
}) {
  const { sessions, chosen, onChoose } = props;
  const text = useText();
  const [filter, setFilter] = useState<FormFilter>({});
  const shown = filterSessions(sessions, filter);
  const narrow = (change: FormFilter) => {
    const next = { ...filter, ...change };
    setFilter(next);
    onChoose(filterSessions(sessions, next).map(({ id }) => id));
  };
  const choice = (key: 'programme' | 'unit' | 'mode', name: (value: string) => string = (value) => value) => {
    const values = [...new Set(sessions.map((session) => session[key]))].filter(Boolean);
    return (
      <Select
        allowClear
        size="small"
        className={`form-filter-${key}`}
        placeholder={text(`forms.filter.${key}`)}
        aria-label={text(`forms.filter.${key}`)}
        value={filter[key]}
        onChange={(value) => narrow({ [key]: value })}
        popupMatchSelectWidth={false}
        options={values.map((value) => ({ value, label: name(value) }))}
      />
    );
  };
  const modeName = (mode: string) =>
    walkModes.some((known) => known === mode) ? text(`mode.${mode}`) : mode;
  const day = (key: 'from' | 'to') => (
    <Input
      size="small"
      type="date"
      className="form-filter-day"
      aria-label={text(`forms.filter.${key}`)}
      title={text(`forms.filter.${key}`)}
      value={filter[key] ?? ''}
      onChange={(event) => narrow({ [key]: event.target.value })}
    />
  );
  return (
    <>
      <div className="form-filter">
        {choice('programme')}
        {choice('unit')}
        {choice('mode', modeName)}
        {day('from')}–{day('to')}
      </div>
      <Table<FormSession>
        rowKey="id"
        size="small"
        dataSource={shown}
        pagination={shown.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        scroll={{ y: 360 }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('forms.noMatch')} />,
        }}
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: false,
          onChange: (keys) => onChoose(keys.map(String)),
          getCheckboxProps: ({ itemName }) => ({ 'aria-label': itemName }),
        }}
        columns={[
          {
            title: text('review.list.item'),
            render: (row: FormSession) => (
              <>
                {row.itemName} {row.byHand && <Tag color="purple">{text('byHand.tag')}</Tag>}
                {row.practice && <Tag color="gold">{text('forms.practice')}</Tag>}
                {row.imported && <Tag>{text('review.list.state.imported')}</Tag>}
              </>
            ),
          },
          {
            title: text('forms.filter.walker'),
            width: 200,
            ellipsis: true,
            render: (row: FormSession) =>
              [row.walker, row.unit].filter(Boolean).join(' ') || text('review.noWalker'),
          },
          { title: text('review.list.mode'), width: 84, render: (row: FormSession) => modeName(row.mode) },
          {
            title: text('review.list.started'),
            width: 140,
            render: (row: FormSession) => formatDate(row.startedAt),
          },
          { title: text('review.figures.painPoints'), width: 64, align: 'right', dataIndex: 'painPoints' },
        ]}
      />
    </>
  );
}
