import { App } from 'antd';
import { useCallback } from 'react';
import { useText } from '../text.tsx';

/** Runs a change; when it fails, says what did not happen and why. True when it went well. */
export function useTry() {
  const { message } = App.useApp();
  const text = useText();
  return useCallback(
    async (change: () => Promise<void>): Promise<boolean> => {
      try {
        await change();
        return true;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        message.error({ content: text('review.notSaved', reason), duration: 8 });
        return false;
      }
    },
    [message, text],
  );
}
