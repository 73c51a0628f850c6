import { Alert } from 'antd';
import type { Missing } from '../../lib/model/official-form.ts';
import { useText } from '../text.tsx';

/** What nobody filled in, with the way there. It warns; the form can be exported all the same. */
export function MissingNotice(props: { missing: readonly Missing[]; hrefOf(id: string): string }) {
  const { missing, hrefOf } = props;
  const text = useText();
  if (missing.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-missing"
      title={text('forms.missing.title')}
      description={
        <ul>
          {missing.map(({ field, of, count, sessions }) => (
            <li key={field}>
              {text(`forms.missing.${of}`, count, text(`forms.missing.fields.${field}`))}
              {sessions.slice(0, 5).map((id, n) => (
                <a key={id} href={hrefOf(id)} target="_blank" rel="noreferrer">
                  {text('forms.missing.goTo', n + 1)}
                </a>
              ))}
            </li>
          ))}
        </ul>
      }
    />
  );
}
