/** Moves, clicks, scrolling, sizes, touches, players, drags, selections: numbers and ids of nodes. */
const WORDLESS = new Set([1, 2, 3, 4, 6, 7, 12, 14]);
const INCREMENTAL = 3;

/** True for an rrweb event in which neither words nor addresses can stand: nothing of it is masked. */
export function isWordless({ type, data }: { type: number; data?: unknown }): boolean {
  return type === INCREMENTAL && WORDLESS.has((data as { source?: number } | null)?.source ?? -1);
}
