export type Path = readonly (string | number)[];

/** The value under a path; undefined where there is none. */
export function readAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    data,
  );
}

/** A copy with another value under a path; undefined takes the field away. What is not on the path stays the same. */
export function writeAt<T>(data: T, path: Path, value: unknown): T {
  const [part, ...rest] = path;
  if (part === undefined) return value as T;
  const copy = (
    Array.isArray(data) ? [...data] : { ...(data ?? (typeof part === 'number' ? [] : {})) }
  ) as Record<string | number, unknown>;
  const next = writeAt(copy[part], rest, value);
  if (next === undefined && !Array.isArray(copy)) delete copy[part];
  else copy[part] = next;
  return copy as T;
}

/** A copy of a list with one entry at another place; places outside it move nothing. */
export function moveEntry<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = [...list];
  if (from < 0 || from >= list.length || to < 0 || to >= list.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}

/** The next number of a list's ids: after `a.tong.07` comes `a.tong.08`, whatever stands between. */
export function nextId(prefix: string, ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(/(\d+)$/.exec(id)?.[1] ?? 0));
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
