import type { Visit } from '../model/visit.ts';
import type { Move } from './moves.ts';

/** The tab in which the walk last came to a document, and the address that tab ended at; nothing where it ended at a sign-in. */
export function whereItEnds(
  moves: readonly Move[],
  visits: readonly Visit[],
): { tab: number; url: string } | undefined {
  const last = moves.findLast(
    (move) => /^(open|arrive|back|reload|sign-in)$/.test(move.kind) || (move.kind === 'act' && move.leadsTo),
  );
  if (!last) return undefined;
  const { tab } = last;
  const visit =
    last.kind === 'act' ? last.leadsTo : 'url' in last ? { at: last.at, url: last.url } : undefined;
  if (!visit) return undefined;
  // A page of one document shows its places by addresses of its own.
  const route = visits.findLast(
    (each) => each.kind === 'route' && each.tab === tab && each.frame === 0 && each.at >= visit.at,
  );
  return { tab, url: route?.url ?? visit.url };
}
