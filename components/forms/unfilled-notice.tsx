import { Alert } from 'antd';
import type { Unfilled } from '../../lib/model/official-form.ts';
import { useText } from '../text.tsx';

/** How many bookmarks were never filled in and therefore are not in the form, with the way there. */
export function UnfilledNotice({ unfilled, hrefOf }: { unfilled: Unfilled; hrefOf(id: string): string }) {
  const text = useText();
  if (unfilled.count === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-missing form-unfilled"
      title={text('bookmark.waitingForms', unfilled.count)}
      description={unfilled.sessions.slice(0, 5).map((id, n) => (
        <a key={id} href={hrefOf(id)} target="_blank" rel="noreferrer">
          {text('forms.missing.goTo', n + 1)}
        </a>
      ))}
    />
  );
}
