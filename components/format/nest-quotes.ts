/**
 * A sentence whose quotations within quotations have single marks, as both languages write them: of “点击“提交””
 * the inner pair becomes ‘’. Words of a page or a person come with marks of their own into sentences that quote them.
 * Marks that do not pair stay as they are.
 */
export function nestQuotes(sentence: string): string {
  if (!/“[^”]*“/.test(sentence)) return sentence;
  let depth = 0;
  const nested = sentence.replace(/[“”]/g, (mark) => {
    if (mark === '“') {
      depth += 1;
      return depth % 2 ? '“' : '‘';
    }
    depth -= 1;
    return (depth + 1) % 2 ? '”' : '’';
  });
  return depth === 0 ? nested : sentence;
}
