import { useText } from '../text.tsx';
import type { EntryLink } from './entry-links.ts';

/** Where the walk may begin, one click each; each opens in a tab of its own. */
export function EntryLinksLine({ links }: { links: readonly EntryLink[] }) {
  const text = useText();
  if (links.length === 0) return null;
  return (
    <p className="zyb-hint zyb-entries">
      {links.map(({ kind, name, url }) => (
        <a key={`${kind} ${url}`} href={url} target="_blank" rel="noreferrer" title={url}>
          {text(`walk.entry.${kind}`, name)}
        </a>
      ))}
    </p>
  );
}
