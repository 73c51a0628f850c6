import type { GuessLimit } from './guess-limit.ts';
import { Refusal } from './refusals.ts';

/** Runs an attempt that may be a guess: too many wrong ones under any of the names refuse further ones. */
export async function guess<T>(
  limit: GuessLimit,
  names: readonly string[],
  attempt: () => Promise<T>,
): Promise<T> {
  // Taken before the attempt and given back after a right one, so that parallel guesses cannot slip past.
  if (!names.map((name) => limit.take(name)).every(Boolean)) throw new Refusal('too-many-guesses');
  const result = await attempt();
  for (const name of names) limit.giveBack(name);
  return result;
}
