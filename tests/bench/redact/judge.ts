const narrow = (text: string) =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** Without what may stand between the digits of one number. */
const squeeze = (text: string) => narrow(text).replace(/[\s\u200b\u00a0\u2012\u3000().-]/g, '');

function decoded(text: string): string {
  let now = text;
  for (let i = 0; i < 3 && now.includes('%'); i += 1) {
    now = now.replace(/(?:%[0-9A-Fa-f]{2})+/g, (part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  }
  return now;
}

/** Parts of a value none of which may be left: the whole, every run of 6 digits, every 8 signs of a long word. */
function partsOf(value: string): string[] {
  const bare = squeeze(value.replace(/[@＠][\w-]+\..*$/, ''));
  const parts = [bare];
  for (const [run] of bare.matchAll(/\d{6,}/g))
    for (let i = 0; i + 6 <= run.length; i += 1) parts.push(run.slice(i, i + 6));
  if (bare.length >= 12) for (let i = 0; i + 8 <= bare.length; i += 4) parts.push(bare.slice(i, i + 8));
  return parts;
}

/** True if something of the value can still be read in what was kept, also percent-encoded or with gaps. */
export function isLeaked(value: string, kept: string): boolean {
  const spaced = decoded(kept)
    .replace(/\\u200b/g, '')
    .replace(/\\[nt]/g, '|');
  // Parts of the tree stand between quotes, so that numbers of two nodes are joined only where they were one.
  const joined = squeeze(spaced.replace(/"\}\],?"?|\},\{[^{}]*"textContent":"/g, ''));
  const plain = squeeze(spaced);
  return partsOf(value).some((part) => plain.includes(part) || joined.includes(part));
}
