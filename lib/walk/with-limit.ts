/** Resolves when the promise does, or after `ms` without it. */
export async function withLimit(promise: Promise<unknown>, ms: number): Promise<void> {
  await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);
}
