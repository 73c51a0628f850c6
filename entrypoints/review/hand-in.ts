import type { Text } from '../../components/text.tsx';
import { problemSentence } from '../../components/walk-panel/problem-sentence.ts';
import { sendMessage } from '../../lib/messages.ts';

/** Has the background hand a session in. Rejects with a sentence when the order was not taken. */
export async function handIn(text: Text, sessionId: string): Promise<void> {
  const outcome = await sendMessage('handIn', sessionId);
  if (!outcome.ok) throw new Error(problemSentence(text, outcome));
}
