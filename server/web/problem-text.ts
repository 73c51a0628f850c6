import type { Text } from '../../components/text.tsx';
import { ApiProblem } from './api.ts';

/** What went wrong as a sentence: the collector's own, or ours where it gave none. */
export function problemText(error: unknown, text: Text): string {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error.message : String(error);
  if (error.code === 'offline') return text('desk.offline');
  return error.message || text('desk.nonsense', error.status);
}

/** True when the answer is to sign in again. */
export function needsSignIn(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401 && error.code === 'sign-in-needed';
}
