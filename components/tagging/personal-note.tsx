import { useText } from '../text.tsx';
import { personalWords } from './personal-words.ts';
import type { LooksPersonal } from './tag.ts';

/** Says quietly, below a field, when what stands in it seems to contain personal data. */
export function PersonalNote({ words, looksPersonal }: { words: string; looksPersonal: LooksPersonal }) {
  const text = useText();
  const kinds = looksPersonal(words);
  if (kinds.length === 0) return null;
  return (
    <p className="zyb-personal" role="status">
      {text('tag.personal', personalWords(text, kinds))}
    </p>
  );
}
