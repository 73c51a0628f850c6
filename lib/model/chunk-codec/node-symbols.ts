/** First symbols of the column of nodes: end of children, plain JSON, text, text kept as a symbol, new head. */
export const nodeSymbols = { end: 0, raw: 1, text: 2, textKept: 3, newHead: 4 } as const;
/** What stands in that column from here on was met before, or is one of these texts. */
export const reservedNodes = 5;

/** Texts that stand in most pages. The order is part of the format. */
export const knownTexts = [
  '\n',
  ' ',
  '',
  ...Array.from({ length: 12 }, (_, at) => `\n${'  '.repeat(at + 1)}`),
];

/** What a node of some kind has beside its id. */
export type Kind = { children: 0 | 1 | 2; attributes: boolean; tag: boolean; element: boolean };

/**
 * A kind as one letter, 0 to 23 from `A` on: children (0 not named, 1 none, 2 some), +3 with attributes, +6 with a tag
 * name, +12 the type is 2. What else the node says follows as JSON.
 */
export const letterOf = ({ children, attributes, tag, element }: Kind): string =>
  String.fromCharCode(65 + children + (attributes ? 3 : 0) + (tag ? 6 : 0) + (element ? 12 : 0));

/** Undefined when it is no kind's letter. */
export function kindOf(letter: string): Kind | undefined {
  const code = letter.charCodeAt(0) - 65;
  if (!(code >= 0 && code < 24)) return undefined;
  return {
    children: (code % 3) as 0 | 1 | 2,
    attributes: Math.floor(code / 3) % 2 === 1,
    tag: Math.floor(code / 6) % 2 === 1,
    element: code >= 12,
  };
}
