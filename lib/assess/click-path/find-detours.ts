type Edge = { from: string; to: string };

/** A graph no person walks, such as in a forged report, is not searched; nothing is claimed of it then. */
const mostSearched = 20_000_000;

/**
 * Places on no shortest way. The walk had to come through the places where something was filled in, in their order;
 * between each two of them every shortest way that was seen counts as needed, and so does every shortest way from the
 * first place to the last. What is left was visited and left again without use. A tab
 * that was never looked at is no detour.
 */
export function findDetours(walk: {
  nodes: readonly string[];
  edges: readonly Edge[];
  from: string | undefined;
  to: string | undefined;
  /** In order; may repeat. */
  needed: readonly string[];
}): Set<string> {
  const { nodes, edges, from, to, needed } = walk;
  if (from === undefined || to === undefined) return new Set();
  const ahead = neighbours(edges, (edge) => [edge.from, edge.to]);
  const back = neighbours(edges, (edge) => [edge.to, edge.from]);
  const after = remembered((start) => distances(start, ahead));
  const before = remembered((end) => distances(end, back));
  const used = new Set<string>(needed);
  const legs = new Map<string, [string, string]>([['', [from, to]]]);
  let last = from;
  for (const next of [...needed, to]) {
    legs.set(`${last}\n${next}`, [last, next]);
    last = next;
  }
  if (legs.size * (edges.length + 1) > mostSearched) return new Set();
  for (const [start, end] of legs.values()) {
    const ways = after(start);
    const whole = ways.get(end);
    if (whole === undefined) continue;
    const rest = before(end);
    for (const [node, distance] of ways) {
      if (distance + (rest.get(node) ?? Number.POSITIVE_INFINITY) === whole) used.add(node);
    }
  }
  const reached = after(from);
  return new Set(nodes.filter((node) => reached.has(node) && !used.has(node)));
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(edges: readonly Edge[], ends: (edge: Edge) => [string, string]): Neighbours {
  const all = new Map<string, string[]>();
  for (const edge of edges) {
    const [from, to] = ends(edge);
    const of = all.get(from);
    if (of) of.push(to);
    else all.set(from, [to]);
  }
  return all;
}

/** Steps from `start` to every place that can be reached. */
export function distances(start: string, next: Neighbours): Map<string, number> {
  const found = new Map([[start, 0]]);
  const queue = [start];
  for (const node of queue) {
    for (const other of next.get(node) ?? []) {
      if (found.has(other)) continue;
      found.set(other, (found.get(node) ?? 0) + 1);
      queue.push(other);
    }
  }
  return found;
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}
