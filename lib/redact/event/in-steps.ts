/** Work that can be left between two steps and gone on with later; nothing of it is of use before its end. */
export type InSteps<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function atOnce<T>(work: InSteps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** As `list.map(change)`, in steps of so many; the list itself when nothing changed. */
export function* mapInSteps<T>(list: T[], change: (item: T) => T, most: number): InSteps<T[]> {
  let next: T[] | undefined;
  for (let n = 0; n < list.length; n += 1) {
    const item = list[n] as T;
    const changed = change(item);
    if (changed !== item) {
      next ??= list.slice();
      next[n] = changed;
    }
    if (n % most === most - 1) yield;
  }
  return next ?? list;
}
