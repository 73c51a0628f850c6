import { Button, Empty, Select, Table } from 'antd';
import { useState } from 'react';
import { type ProcessingEntry, processingKinds } from '../../lib/model/processing-entry.ts';
import { formatDate } from '../format/format-date.ts';
import { keyOf } from '../format/key-of.ts';
import { saveText } from '../session-review/save-text.ts';
import { useText } from '../text.tsx';
import { logAsCsv, logAsJson } from './log-files.ts';
import { Section } from './section.tsx';

/** The processing log of this browser: read, filtered, saved; nothing in it can be changed here. */
export function LogSection({ log }: { log: readonly ProcessingEntry[] | undefined }) {
  const text = useText();
  const [kinds, setKinds] = useState<ProcessingEntry['kind'][]>([]);
  const rows = (log ?? []).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const nameOf = (kind: ProcessingEntry['kind']) => text(keyOf('options.log.kind', kind));
  const save = (
    <span>
      <Button
        size="small"
        disabled={rows.length === 0}
        onClick={() => saveText({ name: 'processing-log.csv', type: 'text/csv', text: logAsCsv(rows) })}
      >
        {text('options.log.csv')}
      </Button>{' '}
      <Button
        size="small"
        disabled={rows.length === 0}
        onClick={() =>
          saveText({ name: 'processing-log.json', type: 'application/json', text: logAsJson(rows) })
        }
      >
        {text('options.log.json')}
      </Button>
    </span>
  );
  return (
    <Section name="log" extra={save}>
      <Select
        mode="multiple"
        allowClear
        className="zyb-options-filter"
        style={{ minWidth: 260 }}
        aria-label={text('options.log.filter')}
        placeholder={text('options.log.filter')}
        value={kinds}
        onChange={setKinds}
        options={processingKinds.map((kind) => ({ value: kind, label: nameOf(kind) }))}
      />
      <Table
        rowKey="id"
        size="small"
        loading={log === undefined}
        dataSource={rows}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty description={text('options.log.empty')} /> }}
        columns={[
          { title: text('options.log.at'), dataIndex: 'at', render: (at: number) => formatDate(at) },
          { title: text('options.log.what'), dataIndex: 'kind', render: nameOf },
          {
            title: text('options.log.session'),
            dataIndex: 'sessionId',
            render: (id?: string) => (id ? id.slice(0, 8) : '–'),
          },
          {
            title: text('options.log.by'),
            dataIndex: 'by',
            render: ({ unit, name }: ProcessingEntry['by']) => [unit, name].filter(Boolean).join(' ') || '–',
          },
          {
            title: text('options.log.detail'),
            dataIndex: 'detail',
            render: (detail: string) => detail || '–',
          },
        ]}
      />
    </Section>
  );
}
