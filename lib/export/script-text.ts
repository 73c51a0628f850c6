/** A text as a string literal that no text can break out of, in a module, a comment or an HTML page alike. */
export function literal(text: string): string {
  return JSON.stringify(text)
    .replace(/[\u2028\u2029\u0085]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/<(?=[/!a-z])/gi, '\\u003c')
    .replace(/\*\//g, '*\\/');
}

/** A text as one line of a line comment, without anything a page would take for markup. */
export function commentLine(text: string): string {
  return `// ${text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('<', '＜')
    .trim()}`;
}
