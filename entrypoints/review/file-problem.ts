import type { Text } from '../../components/text.tsx';
import { HandOverFileError } from '../../lib/deliver/hand-over-file.ts';

/** Why a file was not opened, as a sentence: what, where, what to do. */
export function fileProblem(text: Text, reason: unknown): string {
  if (!(reason instanceof HandOverFileError))
    return text('file.unreadable', reason instanceof Error ? reason.message : String(reason));
  const where = reason.field ? `${reason.where} · ${reason.field}` : reason.where;
  return text(`file.${reason.code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`, where);
}
