type Line = { onDisconnect: { addListener(hear: () => void): void }; disconnect(): void };

/**
 * A line to the background that says nothing: that it breaks tells of a renderer that crashed, which no event of the
 * browser does. It breaks as well when the worker is stopped, and is not laid anew before the page has something to
 * say: it shall wake nobody.
 */
export function keepLine(connect: () => Line, signal: AbortSignal): { mend(): void; isUp(): boolean } {
  let line: Line | undefined;
  const mend = () => {
    if (line || signal.aborted) return;
    try {
      const laid = connect();
      laid.onDisconnect.addListener(() => {
        if (line === laid) line = undefined;
      });
      line = laid;
    } catch {
      // The extension is gone; whoever looks for that acts on it.
    }
  };
  signal.addEventListener('abort', () => line?.disconnect());
  mend();
  return { mend, isUp: () => line !== undefined };
}
