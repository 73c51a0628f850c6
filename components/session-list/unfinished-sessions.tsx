import { Button } from 'antd';
import { useState } from 'react';
import { formatBytes } from '../format/format-bytes.ts';
import { formatDate } from '../format/format-date.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import type { SessionRow } from './session-row.ts';

/** Walks that were cut off: go on, close here, or delete. */
export function UnfinishedSessions(props: {
  rows: SessionRow[];
  onRecover(id: string, how: 'continue' | 'finish'): Promise<void>;
  onDelete(row: SessionRow): void;
}) {
  const text = useText();
  return (
    <section className="unfinished" aria-label={text('review.list.unfinished')}>
      <h2>{text('review.list.unfinished')}</h2>
      <p className="zyb-weak">{text('review.list.unfinishedWhy')}</p>
      {props.rows.map((row) => (
        <UnfinishedRow key={row.id} row={row} onRecover={props.onRecover} onDelete={props.onDelete} />
      ))}
    </section>
  );
}

function UnfinishedRow(props: {
  row: SessionRow;
  onRecover(id: string, how: 'continue' | 'finish'): Promise<void>;
  onDelete(row: SessionRow): void;
}) {
  const { row, onRecover, onDelete } = props;
  const text = useText();
  const attempt = useTry();
  const [busy, setBusy] = useState<'continue' | 'finish'>();
  const recover = async (how: 'continue' | 'finish') => {
    setBusy(how);
    await attempt(() => onRecover(row.id, how));
    setBusy(undefined);
  };
  return (
    <div className="unfinished-row">
      <strong className="zyb-cut">{row.itemName}</strong>
      <span className="zyb-weak">
        {formatDate(row.startedAt)} · {formatBytes(row.storedBytes)}
      </span>
      <span className="unfinished-actions">
        <Button
          type="primary"
          size="small"
          loading={busy === 'continue' && { delay: 300 }}
          disabled={busy === 'finish'}
          onClick={() => recover('continue')}
        >
          {text('review.list.continue')}
        </Button>
        <Button
          size="small"
          loading={busy === 'finish' && { delay: 300 }}
          disabled={busy === 'continue'}
          onClick={() => recover('finish')}
        >
          {text('review.list.finish')}
        </Button>
        <Button type="text" size="small" danger disabled={busy !== undefined} onClick={() => onDelete(row)}>
          {text('review.delete')}
        </Button>
      </span>
    </div>
  );
}
