import { Button } from 'antd';

/** A button of a row: small and quiet, named with the pack for those who cannot see the row. */
export function RowButton({ label, of, onClick }: { label: string; of: string; onClick(): void }) {
  return (
    <Button size="small" type="text" aria-label={`${label} ${of}`} onClick={onClick}>
      {label}
    </Button>
  );
}
