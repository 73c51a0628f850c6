/** Work that can be left between two steps and gone on with later; nothing of it is of use before its end. */
export type InSteps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function atOnce<T>(work: InSteps<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** As `list.map(change)`, a step each; the list itself when nothing changed. */
export function* mapInSteps<T>(list: T[], change: (item: T) => T): InSteps<T[]> {
  let next: T[] | undefined;
  for (let n = 0; n < list.length; n += 1) {
    const item = list[n] as T;
    const changed = change(item);
    if (changed !== item) {
      next ??= list.slice();
      next[n] = changed;
    }
    yield;
  }
  return next ?? list;
}
