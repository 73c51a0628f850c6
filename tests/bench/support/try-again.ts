import { tell } from './print-table.ts';

const mostTries = 3;

/**
 * Runs it again when it fails: on a loaded machine a click now and then misses what moves away under it. Each failure
 * is told; the last one is thrown. A run that failed leaves no figure behind.
 */
export async function tryAgain<R>(what: string, run: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (tries === mostTries) throw error;
      tell(`${what} failed and is run again: ${String(error).split('\n')[0]}`);
    }
  }
}
