import { App, Button } from 'antd';
import { useText } from '../text.tsx';

/** Says that something was taken out, with a way to bring it back for ten seconds. */
export function useUndo() {
  const { message } = App.useApp();
  const text = useText();
  return (key: string, words: string, undo: () => void) => {
    message.info({
      key,
      duration: 10,
      content: (
        <>
          {words}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy(key);
              undo();
            }}
          >
            {text('review.painPoints.undo')}
          </Button>
        </>
      ),
    });
  };
}
