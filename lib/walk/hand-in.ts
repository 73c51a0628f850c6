type Queue = { enqueue(sessionId: string): Promise<void>; tryNow(sessionId: string): Promise<void> };

/** Takes the order to hand a session in: waits until it is noted, not until it is sent. Throws where it cannot be noted. */
export async function handIn(
  { queue, log }: { queue: Queue; log(sessionId: string): Promise<void> },
  sessionId: string,
): Promise<{ ok: true }> {
  await queue.enqueue(sessionId);
  void queue.tryNow(sessionId).catch((error: unknown) => console.error('hand-in:', error));
  void log(sessionId).catch(() => undefined);
  return { ok: true };
}
