import { Alert, Button } from 'antd';
import { useText } from '../text.tsx';

/** Something imported was deleted and can come back until something else is deleted. */
export function UndoBar({ name, onUndo, onClose }: { name: string; onUndo(): void; onClose(): void }) {
  const text = useText();
  return (
    <Alert
      type="info"
      title={text('options.deleted', name)}
      action={
        <Button size="small" type="link" onClick={onUndo}>
          {text('options.undo')}
        </Button>
      }
      closable={{ onClose }}
    />
  );
}
