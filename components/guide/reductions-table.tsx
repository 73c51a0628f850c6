import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { type Reduction, reductionKinds } from '../../lib/model/reduction.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatDate } from '../format/format-date.ts';
import type { Assessors, EarlierWalks } from '../session-review/assessors.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { deltaText, isBetter, quantityText } from './reduction-text.ts';
import { TargetField } from './target-field.tsx';

/** 四减: measured, declared, baseline, delta. What is not known stays a dash. */
export function ReductionsTable(props: {
  report: SessionReport;
  assess: Assessors;
  earlier?: EarlierWalks | undefined;
  edits?: ReviewEdits | undefined;
}) {
  const { report, assess, earlier, edits } = props;
  const text = useText();
  const attempt = useTry();
  const [walks, setWalks] = useState<readonly { id: string; startedAt: number }[]>([]);
  const [chosen, setChosen] = useState<SessionReport>();
  useEffect(() => {
    let gone = false;
    void earlier?.list().then(
      (list) => !gone && setWalks(list),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [earlier]);
  const rows = useMemo(() => assess.computeReductions(report, chosen), [assess, report, chosen]);
  const compression = useMemo(() => assess.compressionOf(report), [assess, report]);
  const choose = (id: string | undefined) =>
    void attempt(async () => setChosen(id ? await earlier?.read(id) : undefined));
  const targets = report.session.targets ?? {};
  const setTarget = (quantity: string, value: number | undefined) => {
    const { [quantity]: _old, ...rest } = targets;
    const next = value === undefined ? rest : { ...rest, [quantity]: value };
    if (edits) void attempt(() => edits.saveTargets(next));
  };
  return (
    <section className="reductions" aria-label={text('reductions.title')}>
      <h3>{text('reductions.title')}</h3>
      <p className="signals-note zyb-weak">{text('reductions.about')}</p>
      <div className="reductions-baseline">
        <span>{text('reductions.baseline')}</span>
        <Select
          size="small"
          style={{ minWidth: 220 }}
          aria-label={text('reductions.baseline')}
          value={chosen?.id ?? ''}
          onChange={(id) => choose(id || undefined)}
          options={[
            { value: '', label: text('reductions.withTargets') },
            ...walks.map(({ id, startedAt }) => ({
              value: id,
              label: text('reductions.earlier', formatDate(startedAt)),
            })),
          ]}
        />
        {walks.length === 0 && <span className="zyb-weak">{text('reductions.noBaseline')}</span>}
      </div>
      <table className="signals-table reductions-table">
        <thead>
          <tr>
            {(['quantity', 'measured', 'declared', 'baseline', 'delta'] as const).map((column) => (
              <th scope="col" key={column}>
                {text(`reductions.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {reductionKinds.map((kind) => (
          <tbody key={kind}>
            <tr className="reductions-kind">
              <th scope="rowgroup" colSpan={5}>
                {text(`reductions.kind.${kind}`)}
              </th>
            </tr>
            {rows
              .filter((row) => row.kind === kind)
              .map((row) => (
                <ReductionRow
                  key={row.quantity}
                  row={row}
                  {...(edits && !chosen
                    ? { onTarget: (value: number | undefined) => setTarget(row.quantity, value) }
                    : {})}
                />
              ))}
          </tbody>
        ))}
      </table>
      {compression !== null && (
        <p className="signals-note zyb-weak">
          {text('reductions.compression', `${Math.round(compression.ratio * 100)}%`)}
          {compression.by === 'catalogue' && ` ${text('reductions.byCatalogue')}`}
        </p>
      )}
    </section>
  );
}

function ReductionRow({
  row,
  onTarget,
}: {
  row: Reduction;
  onTarget?: ((value: number | undefined) => void) | undefined;
}) {
  const text = useText();
  const dash = (why: string) => (
    <span className="zyb-weak" title={text(why)}>
      {text('reductions.unknown')}
    </span>
  );
  const better = isBetter(row);
  const name = text(`reductions.quantity.${row.quantity}`);
  const measured = row.measured === null ? undefined : quantityText(row.measured, row.unit, text);
  return (
    <tr data-quantity={row.quantity}>
      <th scope="row">{name}</th>
      <td>
        {measured === undefined
          ? dash('reductions.unseen')
          : row.atLeast && row.measured
            ? text('reductions.atLeast', measured)
            : measured}
      </td>
      <td>
        {row.declared === null ? dash('reductions.undeclared') : quantityText(row.declared, row.unit, text)}
        {row.declaredBy === 'catalogue' && (
          <span className="zyb-weak"> {text('reductions.byCatalogue')}</span>
        )}
      </td>
      <td>
        {onTarget && row.unit !== 'ms' && row.unit !== 'ratio' ? (
          <TargetField
            value={row.baseline ?? undefined}
            label={text('reductions.setTarget', name)}
            onSet={onTarget}
          />
        ) : row.baseline === null ? (
          dash('reductions.unknown')
        ) : (
          quantityText(row.baseline, row.unit, text)
        )}
      </td>
      <td
        data-better={better}
        title={row.against ? text(`reductions.against.${row.against}`) : text('reductions.unknown')}
      >
        {row.delta === null ? text('reductions.unknown') : deltaText(row.delta, row.unit, text)}
        {row.against && <span className="zyb-weak"> {text(`reductions.against.${row.against}`)}</span>}
      </td>
    </tr>
  );
}
