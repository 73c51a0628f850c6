import { peers } from './bundle-peers.ts';

/**
 * Who records: nobody, a peer, or the extension as shipped. `rrwebInExtension`, which runs when asked for by name, is
 * bare rrweb as the content script of an extension: what is the extension's lot and what is ours can be told apart by it.
 */
export const variants = ['none', ...peers, 'rrwebInExtension', 'ours'] as const;
export type Variant = (typeof variants)[number];

/** The variants asked for, `none` always among them because the others are held against it; throws on unknown names. */
export function chooseVariants(asked: readonly string[]): Variant[] {
  const unknown = asked.filter((name) => !variants.includes(name as Variant));
  if (unknown.length)
    throw new Error(`unknown variants: ${unknown.join(', ')}; known: ${variants.join(', ')}`);
  return variants.filter(
    (name) => name === 'none' || asked.includes(name) || (asked.length === 0 && name !== 'rrwebInExtension'),
  );
}
