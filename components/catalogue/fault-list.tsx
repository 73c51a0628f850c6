import { Alert } from 'antd';
import type { CellFault } from '../../lib/model/catalogue-table.ts';
import { type Text, useText } from '../text.tsx';

/** At most this many are listed; the number of all is told. */
const shownAtMost = 200;

/** What could not be taken as it stands, each with row, column and reason. */
export function FaultList({
  faults,
  headings,
}: {
  faults: readonly CellFault[];
  headings: readonly string[];
}) {
  const text = useText();
  if (faults.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={text('catalogue.import.faults', faults.length)}
      description={
        <ul className="zyb-catalogue-faults" tabIndex={0}>
          {faults.slice(0, shownAtMost).map((fault) => (
            <li key={`${fault.row} ${fault.column} ${fault.code}`}>{faultWords(text, fault, headings)}</li>
          ))}
          {faults.length > shownAtMost && <li>{text('pack.more', faults.length - shownAtMost)}</li>}
        </ul>
      }
    />
  );
}

/** The sentence of one fault: 第 3 行 B 列（实施编码）：…. */
function faultWords(text: Text, fault: CellFault, headings: readonly string[]): string {
  const reason = text(`catalogue.fault.${fault.code}`, ...fault.values);
  if (!fault.column) return text('catalogue.fault.atRow', fault.row, reason);
  const heading = headings[columnOf(fault.column)] ?? '';
  return text('catalogue.fault.atCell', fault.row, fault.column, heading, reason);
}

const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
