import { Alert } from 'antd';
import type { PersonalRest } from '../../lib/model/official-form.ts';
import { keyOf } from '../format/key-of.ts';
import { maskKinds } from '../session-review/mask-kinds.ts';
import { useText } from '../text.tsx';

/** What must be put right before the form leaves: place and kind, never the value. */
export function PersonalNotice({ personal }: { personal: readonly PersonalRest[] }) {
  const text = useText();
  if (personal.length === 0) return null;
  const kindOf = (kind: string) => text(keyOf('review.masked', maskKinds.includes(kind) ? kind : 'other'));
  return (
    <Alert
      type="error"
      showIcon
      className="form-missing"
      title={text('forms.personal.title')}
      description={
        <ul>
          {personal.slice(0, 12).map(({ where, kind }) => (
            <li key={`${where} ${kind}`}>{text('forms.personal.at', where, kindOf(kind))}</li>
          ))}
        </ul>
      }
    />
  );
}
