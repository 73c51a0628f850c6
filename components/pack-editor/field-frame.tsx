import { type ReactNode, useId } from 'react';
import { useText } from '../text.tsx';
import type { Path } from './edit-path.ts';
import { useEditor } from './editor-context.ts';

/** A field's name above and, when it does not fit, why below; `children` gets the ids that tie the three together. */
export function FieldFrame({
  name,
  path,
  wide,
  children,
}: {
  name: string;
  path: Path;
  wide?: boolean | undefined;
  children(field: { id: string; status: 'error' | ''; 'aria-describedby': string | undefined }): ReactNode;
}) {
  const text = useText();
  const id = useId();
  const fault = useEditor().faultAt(path);
  return (
    <div className="zyb-edit-field" data-wide={wide || undefined} data-path={path.join('.')}>
      <label htmlFor={id}>{text(`pack.field.${name}`)}</label>
      {children({
        id,
        status: fault ? 'error' : '',
        'aria-describedby': fault ? `${id}-fault` : undefined,
      })}
      {fault && (
        <p id={`${id}-fault`} className="zyb-edit-fault">
          {fault}
        </p>
      )}
    </div>
  );
}
