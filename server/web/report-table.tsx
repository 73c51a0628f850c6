import { Table, Tag } from 'antd';
import { formatDate } from '../../components/format/format-date.ts';
import { formatDuration } from '../../components/format/format-duration.ts';
import { formatStated } from '../../components/format/format-stated.ts';
import { useText } from '../../components/text.tsx';
import type { ReportListRow } from '../../lib/model/collector-api.ts';
import { walkModes } from '../../lib/model/walk-mode.ts';

const isByHand = (row: ReportListRow) => row.figures.byHand === 1;

/** Received reports as a table; the item's name opens one. */
export function ReportTable({ rows }: { rows: ReportListRow[] }) {
  const text = useText();
  const modeName = (mode: string) =>
    walkModes.some((known) => known === mode) ? text(`mode.${mode}`) : mode;
  const figure = (key: string) => ({
    title: text(`review.figures.${key}`),
    align: 'right' as const,
    width: 84,
    // Of a walk entered by hand nothing was observed but what people wrote down.
    render: (row: ReportListRow) => (isByHand(row) && key !== 'painPoints' ? '–' : (row.figures[key] ?? '–')),
  });
  return (
    <Table<ReportListRow>
      rowKey="id"
      size="small"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 960 }}
      columns={[
        {
          title: text('desk.list.item'),
          render: (row: ReportListRow) => (
            <>
              <a href={`#/reports/${encodeURIComponent(row.id)}`}>{row.item}</a>{' '}
              {isByHand(row) && (
                <Tag variant="filled" color="purple">
                  {text('byHand.tag')}
                </Tag>
              )}
            </>
          ),
        },
        {
          title: text('desk.list.walker'),
          width: '22%',
          ellipsis: true,
          render: (row: ReportListRow) =>
            [row.unit, row.walker].filter(Boolean).join(' ') || text('review.noWalker'),
        },
        { title: text('desk.list.mode'), width: 92, render: (row: ReportListRow) => modeName(row.mode) },
        {
          title: text('desk.list.started'),
          width: 132,
          className: 'desk-number',
          render: (row: ReportListRow) => formatDate(row.startedAt),
        },
        {
          title: text('desk.list.length'),
          width: 126,
          align: 'right',
          className: 'desk-number',
          render: (row: ReportListRow) =>
            row.figures.durationMs === undefined
              ? '–'
              : isByHand(row)
                ? text('byHand.stated', formatStated(row.figures.durationMs, text))
                : formatDuration(row.figures.durationMs, text),
        },
        figure('steps'),
        figure('incidents'),
        figure('painPoints'),
        {
          title: text('desk.list.received'),
          width: 132,
          className: 'desk-number',
          render: (row: ReportListRow) => formatDate(row.receivedAt),
        },
      ]}
    />
  );
}
