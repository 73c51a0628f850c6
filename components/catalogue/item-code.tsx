import { parseItemCode } from '../../lib/model/item-code.ts';
import { useText } from '../text.tsx';

/** Levels and types whose meaning public codes show; others are shown as they are. */
const levels = ['2', '3', '4'];
const types = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '20'];

/** An item code in its parts, each said on hover and to screen readers: authority, level, base code, handling item. */
export function ItemCodeParts({ code }: { code: string | undefined }) {
  const text = useText();
  if (!code) return <span className="zyb-code-none">–</span>;
  const parsed = parseItemCode(code);
  if (parsed.kind === 'other') return <code className="zyb-code">{parsed.code}</code>;
  const type = types.includes(parsed.type) ? text(`catalogue.type.t${parsed.type}`) : parsed.type;
  const baseTitle = text('catalogue.code.base', type);
  if (parsed.kind === 'base') {
    return (
      <code className="zyb-code">
        <span title={baseTitle}>{parsed.base}</span>
      </code>
    );
  }
  const level = levels.includes(parsed.level)
    ? text(`catalogue.level.l${parsed.level}`)
    : text('catalogue.level.other', parsed.level);
  return (
    <code className="zyb-code">
      <span
        data-odd={!parsed.authorityFits || undefined}
        title={text(parsed.authorityFits ? 'catalogue.code.authority' : 'catalogue.code.authorityOdd')}
      >
        {parsed.authority}
      </span>
      <span title={text('catalogue.code.level', level)}>{parsed.level}</span>
      <span title={baseTitle}>{parsed.base}</span>
      {parsed.handling && <span title={text('catalogue.code.handling')}>{parsed.handling}</span>}
    </code>
  );
}
