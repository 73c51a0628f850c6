import { Alert, Button } from 'antd';
import { useText } from '../../components/text.tsx';

/** What could not be read, why, and the button to try again. */
export function ProblemBox({ reason, onRetry }: { reason: string; onRetry(): void }) {
  const text = useText();
  return (
    <Alert
      type="error"
      showIcon
      title={text('desk.failed')}
      description={reason}
      action={
        <Button size="small" onClick={onRetry}>
          {text('desk.retry')}
        </Button>
      }
    />
  );
}
