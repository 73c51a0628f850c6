/** PostgreSQL's text knows no NUL character; JSON does. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '');
}
