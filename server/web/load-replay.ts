import type { CreateReplay } from '../../components/session-review/review-source.ts';
import { ApiProblem } from './api.ts';

/** The player, fetched when the first report is opened. */
export async function loadReplay(): Promise<CreateReplay> {
  try {
    return (await import('../../lib/replay/create-replay.ts')).createReplay;
  } catch {
    throw new ApiProblem(0, 'offline', '');
  }
}
