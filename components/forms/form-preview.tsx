import type { FormBlock, FormCell, FormGrid, OfficialForm } from '../../lib/model/official-form.ts';
import { useText } from '../text.tsx';

/** Rows shown of each table; the file has them all. */
const mostRows = 100;

/** The form's own rows and words on the screen, as they will stand in the file. */
export function FormPreview({ form }: { form: OfficialForm }) {
  const keyed = form.blocks.map((block, n) => ({ block, key: `${form.kind}-${n}` }));
  return (
    <article className="form-preview" data-kind={form.kind}>
      <p className="form-preview-annex">{form.annex}</p>
      <h3>{form.title}</h3>
      <p className="form-preview-head">
        {form.head.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      {keyed.map(({ block, key }) => (
        <Block key={key} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: FormBlock }) {
  const text = useText();
  const heading = block.heading && <h4>{block.heading}</h4>;
  switch (block.what) {
    case 'table':
      return (
        <>
          {heading}
          <table>
            {block.columns.some(({ title }) => title) && (
              <thead>
                <tr>
                  {block.columns.map(({ title }) => (
                    <th key={title}>{title}</th>
                  ))}
                </tr>
              </thead>
            )}
            <tbody>
              {rowsOf(block.rows, block.columns.length).map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell) => (
                    <td key={cell.key} className={block.columns[cell.n]?.align}>
                      {cell.words}
                    </td>
                  ))}
                </tr>
              ))}
              {block.rows.length === 0 && block.empty && (
                <tr>
                  <td colSpan={block.columns.length} className="center">
                    {block.empty}
                  </td>
                </tr>
              )}
            </tbody>
          </table>
          {block.rows.length > mostRows && (
            <p className="zyb-weak">{text('forms.moreRows', block.rows.length - mostRows)}</p>
          )}
        </>
      );
    case 'grid':
      return <Grid block={block} />;
    case 'text':
      return (
        <>
          {heading}
          {block.paragraphs
            .map((words, n) => ({ words, key: `line-${n}` }))
            .map(({ words, key }) => (
              <p key={key}>{words}</p>
            ))}
        </>
      );
    case 'bars':
      return (
        <>
          {heading}
          <ul>
            {block.bars.map(({ label, value }) => (
              <li key={label}>
                {label} {value}
              </li>
            ))}
          </ul>
        </>
      );
    case 'strip':
      return heading;
    case 'pictures':
      return (
        <>
          {heading}
          <p className="zyb-weak">{text('forms.pictures', block.pictures.length)}</p>
        </>
      );
  }
}

/** One person's paper. */
function Grid({ block }: { block: FormGrid }) {
  const keyed = block.rows.map(({ cells }, r) => ({
    key: `row-${r}`,
    cells: cells.map((cell, n) => ({ ...cell, key: `cell-${n}` })),
  }));
  return (
    <>
      {block.heading && <h4>{block.heading}</h4>}
      <table className="form-grid">
        <tbody>
          {keyed.map((row) => (
            <tr key={row.key}>
              {row.cells.map(({ key, text, span = 1, down = 1, label, align }) =>
                label ? (
                  <th key={key} colSpan={span} rowSpan={down}>
                    {text}
                  </th>
                ) : (
                  <td key={key} colSpan={span} rowSpan={down} className={align}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {block.notes.map((note) => (
        <p key={note} className="zyb-weak">
          {note}
        </p>
      ))}
    </>
  );
}

function rowsOf(rows: readonly (readonly FormCell[])[], columns: number) {
  return rows.slice(0, mostRows).map((row, r) => ({
    key: `row-${r}`,
    cells: Array.from({ length: columns }, (_, n) => ({ key: `cell-${n}`, n, words: wordsOf(row[n] ?? '') })),
  }));
}

const wordsOf = (cell: FormCell): string =>
  typeof cell === 'string' ? cell : cell.filter(Boolean).join('\n');
