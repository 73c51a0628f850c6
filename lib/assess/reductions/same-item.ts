import type { ServiceItem } from '../../model/service-item.ts';

type About = { item: ServiceItem; startedAt: number; id: string };

const plain = (name: string): string => name.replace(/[\s“”"'「」《》()（）]/g, '');

/** True for two walks of one item: by its code where both have one, else by its name. */
export function isSameItem(a: ServiceItem, b: ServiceItem): boolean {
  if (a.code && b.code) return a.code === b.code || a.code.startsWith(b.code) || b.code.startsWith(a.code);
  return plain(a.name) === plain(b.name);
}

/** Earlier walks of the same item, the last first. */
export function earlierOf<T extends About>(session: About, others: readonly T[]): T[] {
  return others
    .filter(
      (other) =>
        other.id !== session.id &&
        other.startedAt < session.startedAt &&
        isSameItem(session.item, other.item),
    )
    .sort((a, b) => b.startedAt - a.startedAt);
}
