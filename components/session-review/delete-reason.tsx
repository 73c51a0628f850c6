import { Select } from 'antd';
import { useText } from '../text.tsx';

/** Why a session that nobody else keeps is deleted; the code goes into the processing log. */
export const deleteReasons = ['trial', 'wrongItem', 'noConsent', 'duplicate', 'other'] as const;
export type DeleteReason = (typeof deleteReasons)[number];

/** What a deletion came to: rows looked through afterwards, and rows that still name the session. */
export type Purged = { rows: number; residue: number };

/** Asked before a session without a receipt goes: it cannot be had back. */
export function DeleteReasonField({
  value,
  onChange,
}: {
  value: DeleteReason | undefined;
  onChange(reason: DeleteReason): void;
}) {
  const text = useText();
  return (
    <Select<DeleteReason>
      style={{ width: '100%' }}
      aria-label={text('review.deleteReason')}
      placeholder={text('review.deleteReason')}
      value={value ?? null}
      onChange={onChange}
      options={deleteReasons.map((each) => ({ value: each, label: text(`review.deleteWhy.${each}`) }))}
    />
  );
}
