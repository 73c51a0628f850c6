/** What can be said of an item's mark, as `itemMark.*` words it. */
export const markWords = ['yes', 'no', 'unknown'] as const;
export type MarkWord = (typeof markWords)[number];

export const markWord = (said: boolean | undefined): MarkWord =>
  said === undefined ? 'unknown' : said ? 'yes' : 'no';

export const markOf = (word: MarkWord): boolean | undefined =>
  word === 'unknown' ? undefined : word === 'yes';
