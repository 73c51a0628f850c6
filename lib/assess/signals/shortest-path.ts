/**
 * The stops that lie on some shortest way from the first to the last stop of a walk, in the graph of the moves that
 * were made: breadth first from both ends, each move once.
 */
export function stopsOnShortestWays(stops: readonly string[]): Set<string> {
  const [start, end] = [stops[0], stops.at(-1)];
  if (start === undefined || end === undefined) return new Set();
  const onward = new Map<string, Set<string>>();
  const backward = new Map<string, Set<string>>();
  for (const [index, to] of stops.entries()) {
    const from = stops[index - 1];
    if (from === undefined || from === to) continue;
    link(onward, from, to);
    link(backward, to, from);
  }
  const fromStart = distances(start, onward);
  const toEnd = distances(end, backward);
  const whole = fromStart.get(end) ?? 0;
  const on = [...fromStart].filter(
    ([stop, far]) => far + (toEnd.get(stop) ?? Number.POSITIVE_INFINITY) === whole,
  );
  return new Set(on.map(([stop]) => stop));
}

function link(moves: Map<string, Set<string>>, from: string, to: string): void {
  const known = moves.get(from);
  if (known) known.add(to);
  else moves.set(from, new Set([to]));
}

function distances(start: string, moves: Map<string, Set<string>>): Map<string, number> {
  const far = new Map([[start, 0]]);
  const queue = [start];
  // The queue grows while it is walked.
  for (const stop of queue) {
    for (const next of moves.get(stop) ?? []) {
      if (far.has(next)) continue;
      far.set(next, (far.get(stop) ?? 0) + 1);
      queue.push(next);
    }
  }
  return far;
}
