import type { Move } from './moves.ts';

/**
 * The tab in which the walk last came to a document, of those that are still open at its end, and the address that tab
 * ended at; nothing where it ended at a sign-in.
 */
export function whereItEnds(moves: readonly Move[]): { tab: number; url: string } | undefined {
  const gone = new Set(moves.filter(({ kind }) => kind === 'close' || kind === 'gone').map(({ tab }) => tab));
  const last = moves.findLast(
    (move) =>
      !gone.has(move.tab) &&
      (/^(open|new-tab|arrive|back|forward|reload|sign-in)$/.test(move.kind) ||
        (move.kind === 'act' && move.leadsTo)),
  );
  if (!last) return undefined;
  const { tab } = last;
  const visit =
    last.kind === 'act' ? last.leadsTo : 'url' in last ? { at: last.at, url: last.url } : undefined;
  if (!visit) return undefined;
  // A page of one document shows its places by addresses of its own.
  const route = moves.findLast((move) => move.kind === 'route' && move.tab === tab && move.at >= visit.at);
  return { tab, url: route?.kind === 'route' ? route.url : visit.url };
}
