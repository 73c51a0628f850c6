/** How an added node's parent is told: as the add's before, the node added before, or by number. */
export const parentWays = { sameAsBefore: 0, nodeBefore: 1, other: 2 } as const;
/** How its next sibling is told: none, the last one added under the same parent, or by number. */
export const nextWays = { none: 0, siblingBefore: 1, other: 2 } as const;
/** Ways of each; a place is told by one symbol for both. */
export const ways = 3;
