/** What a picture has to know of an element by its name, as bits of a number. */
export const traits = {
  /** A line of text goes on through it. */
  flows: 1,
  /** Its words stand in no line. */
  silent: 2,
  /** Neither it nor anything in it is shown. */
  unseen: 4,
  /** Somebody may have typed or chosen something in it. */
  field: 8,
  /** A picture, or a document in a viewer. */
  picture: 16,
  /** It may have a shadow root. */
  host: 32,
  /** What stands before it may be its label. */
  cell: 64,
};

const names: [names: string, trait: number][] = [
  [
    'A ABBR B BDI BDO CITE CODE DEL EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRIKE STRONG SUB SUP TSPAN TT U VAR WBR ' +
      'MATH MROW MSTYLE MI MN MO MS MTEXT',
    traits.flows,
  ],
  ['NOSCRIPT TEXTAREA OPTION SELECT', traits.silent],
  ['SCRIPT STYLE TEMPLATE TITLE HEAD', traits.unseen],
  ['INPUT TEXTAREA SELECT', traits.field],
  ['IMG IMAGE CANVAS VIDEO OBJECT EMBED', traits.picture],
  ['ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN', traits.host],
  ['TD DD', traits.cell],
];
/** By the name as a node tells it. */
const known = new Map<unknown, number>();

/** The traits of elements of this `nodeName`; a form's field of that name may hide the form's own. */
export function traitsOf(nodeName: unknown): number {
  if (known.size === 0)
    for (const [list, trait] of names)
      for (const name of list.split(' ')) known.set(name, (known.get(name) ?? 0) | trait);
  let found = known.get(nodeName);
  if (found === undefined) {
    if (typeof nodeName !== 'string') return 0;
    // Elements of drawings are in small letters, and may have a prefix.
    found = known.get(nodeName.slice(nodeName.indexOf(':') + 1).toUpperCase()) ?? 0;
    if (nodeName.includes('-')) found |= traits.host;
    known.set(nodeName, found);
  }
  return found;
}
