export type Attributes = Record<string, unknown>;
/** A node as rrweb tells it. */
export type RawNode = {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Attributes;
  childNodes?: RawNode[];
  textContent?: string;
};

/** Where bodies, tables, rows and cells name their picture. */
export const backgrounds = ['background'] as const;

/** Attributes that hold a picture's address, by tag. */
export const pictureOf: Record<string, readonly string[]> = {
  img: ['src'],
  image: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  input: ['src'],
  video: ['poster'],
  body: backgrounds,
  table: backgrounds,
  tr: backgrounds,
  td: backgrounds,
  th: backgrounds,
};

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Some pages load a sheet ahead and only then make it one; rrweb takes `rel` away where it wrote the rules instead. */
export function isSheetLink(attributes: Attributes): boolean {
  const rel = string(attributes.rel).toLowerCase();
  // An alternate one may be switched on.
  if (/\bstylesheet\b/.test(rel)) return true;
  return (
    (/\bpreload\b/.test(rel) && string(attributes.as).toLowerCase() === 'style') || '_cssText' in attributes
  );
}
