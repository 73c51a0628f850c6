import { isEmptyRectification, type Rectification } from '../../lib/model/rectification.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';

/** What the liaison set down beside a pain point, as lines of its card; nothing where nothing was. */
export function RectificationLines({ rectification }: { rectification: Rectification | undefined }) {
  const text = useText();
  if (!rectification || isEmptyRectification(rectification)) return null;
  const { disposal, measure, owner, ownerUnit, coUnits, deadline, done, effect } = rectification;
  const state = done ? text('rectify.done') : deadline && text('rectify.until', deadline);
  const lines: [key: string, words: string | undefined][] = [
    ['disposal', disposal && text(keyOf('rectify.disposals', disposal))],
    ['measure', measure],
    ['ownerUnit', [ownerUnit, owner].filter(Boolean).join(' ')],
    ['coUnits', coUnits.join('、')],
    ['state', state],
    ['effect', effect],
  ];
  return lines.map(([key, words]) =>
    words ? (
      <div key={key}>
        <dt>{text(`rectify.${key}`)}</dt>
        <dd>{words}</dd>
      </div>
    ) : null,
  );
}
