/** The text key of an id in a section: `keyOf('gapWhy', 'not-granted')` is `gapWhy.notGranted`. */
export function keyOf(section: string, id: string): string {
  return `${section}.${id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}`;
}
