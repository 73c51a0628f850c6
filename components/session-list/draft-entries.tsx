import { Button } from 'antd';
import { formatDate } from '../format/format-date.ts';
import { useText } from '../text.tsx';
import type { SessionRow } from './session-row.ts';

/** Walks entered by hand that are not finished: go on writing, or delete. */
export function DraftEntries(props: {
  rows: readonly SessionRow[];
  onEnter(id: string): void;
  onDelete(row: SessionRow): void;
}) {
  const { rows, onEnter, onDelete } = props;
  const text = useText();
  return (
    <section className="unfinished" aria-label={text('byHand.drafts')}>
      <h2>{text('byHand.drafts')}</h2>
      {rows.map((row) => (
        <div className="unfinished-row" key={row.id}>
          <strong className="zyb-cut">{row.itemName || text('byHand.untitled')}</strong>
          <span className="zyb-weak">
            {row.startedAt ? formatDate(row.startedAt) : text('byHand.noTime')}
          </span>
          <span className="unfinished-actions">
            <Button type="primary" size="small" onClick={() => onEnter(row.id)}>
              {text('byHand.goOn')}
            </Button>
            <Button type="text" size="small" danger onClick={() => onDelete(row)}>
              {text('review.delete')}
            </Button>
          </span>
        </div>
      ))}
    </section>
  );
}
