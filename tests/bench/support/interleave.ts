/**
 * Runs every variant once, then every variant again, and so on: what the machine does meanwhile falls on all alike.
 * Each round begins with another variant, so that none always runs first. Answers the results of each, in order.
 */
export async function interleave<V extends string, R>(
  variants: readonly V[],
  reps: number,
  run: (variant: V, rep: number) => Promise<R>,
): Promise<Map<V, R[]>> {
  const results = new Map<V, R[]>(variants.map((variant) => [variant, []]));
  for (let rep = 0; rep < reps; rep += 1) {
    for (let turn = 0; turn < variants.length; turn += 1) {
      const variant = variants[(rep + turn) % variants.length] as V;
      results.get(variant)?.push(await run(variant, rep));
    }
  }
  return results;
}
