import { Button, Table, Tag } from 'antd';
import { DeliveryStatus } from '../delivery-status/delivery-status.tsx';
import { formatBytes } from '../format/format-bytes.ts';
import { formatDate } from '../format/format-date.ts';
import { formatDuration } from '../format/format-duration.ts';
import { formatStated } from '../format/format-stated.ts';
import { useText } from '../text.tsx';
import type { SessionRow } from './session-row.ts';

const stateColors = { recording: 'red', paused: 'orange', imported: 'default', draft: 'default' } as const;

const isLive = (row: SessionRow) => row.state === 'recording' || row.state === 'paused';

/** All sessions as a table; the item's name opens one. */
export function SessionTable(props: {
  rows: SessionRow[];
  onOpen(id: string): void;
  onDelete(row: SessionRow): void;
}) {
  const { rows, onOpen, onDelete } = props;
  const text = useText();
  const figure = (key: 'steps' | 'incidents' | 'painPoints') => ({
    title: text(`review.figures.${key}`),
    align: 'right' as const,
    width: 84,
    render: (row: SessionRow) => row.figures?.[key] ?? '–',
  });
  return (
    <Table<SessionRow>
      rowKey="id"
      size="small"
      dataSource={rows}
      pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
      scroll={{ x: 900 }}
      columns={[
        {
          title: text('review.list.item'),
          render: (row: SessionRow) => (
            <span className="session-name">
              <Button
                type="link"
                className="session-open"
                title={row.itemName}
                onClick={() => onOpen(row.id)}
              >
                {row.itemName}
              </Button>
              {row.byHand && (
                <Tag variant="filled" color="purple">
                  {text('byHand.tag')}
                </Tag>
              )}
              {row.state !== 'finished' && row.state !== 'unfinished' && (
                <Tag variant="filled" color={stateColors[row.state]}>
                  {text(`review.list.state.${row.state}`)}
                </Tag>
              )}
            </span>
          ),
        },
        { title: text('review.list.mode'), width: 92, render: (row: SessionRow) => text(`mode.${row.mode}`) },
        {
          title: text('review.list.started'),
          width: 140,
          className: 'session-number',
          render: (row: SessionRow) => formatDate(row.startedAt),
        },
        {
          title: text('review.figures.duration'),
          width: 128,
          className: 'session-number',
          align: 'right',
          render: (row: SessionRow) =>
            row.durationMs === undefined
              ? '–'
              : row.byHand
                ? text('byHand.stated', formatStated(row.durationMs, text))
                : formatDuration(row.durationMs, text),
        },
        figure('steps'),
        figure('incidents'),
        figure('painPoints'),
        {
          title: text('review.list.delivery'),
          width: 190,
          render: (row: SessionRow) =>
            isLive(row) ? (
              '–'
            ) : row.state === 'imported' && !row.delivery ? (
              '–'
            ) : (
              <DeliveryStatus delivery={row.delivery} />
            ),
        },
        {
          title: text('review.list.size'),
          width: 84,
          className: 'session-number',
          align: 'right',
          render: (row: SessionRow) => formatBytes(row.storedBytes),
        },
        {
          title: '',
          width: 64,
          render: (row: SessionRow) => (
            <Button
              type="text"
              size="small"
              className="session-delete"
              disabled={isLive(row)}
              onClick={() => onDelete(row)}
              aria-label={text('review.list.deleteRow', row.itemName)}
            >
              {text('review.delete')}
            </Button>
          ),
        },
      ]}
    />
  );
}
