import { useEffect, useMemo, useState } from 'react';
import type { Hint } from '../../lib/model/hint.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatDate } from '../format/format-date.ts';
import { keyOf } from '../format/key-of.ts';
import type { Assessors, EarlierWalks } from '../session-review/assessors.ts';
import { EvidenceLinks } from '../signals/evidence-links.tsx';
import { type Text, useText } from '../text.tsx';
import './hint-list.css';

/** Earlier walks looked at for likeness; more would keep the reader waiting. */
const mostCompared = 3;

/** Hints on how the walk was made, each with what it rests on and an innocent reason. */
export function HintList(props: {
  report: SessionReport;
  assess: Assessors;
  earlier?: EarlierWalks | undefined;
  onJump(at: number): void;
}) {
  const { report, assess, earlier, onJump } = props;
  const text = useText();
  const [others, setOthers] = useState<readonly SessionReport[]>([]);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      if (!earlier) return;
      const list = await earlier.list();
      const reports = await Promise.all(list.slice(0, mostCompared).map(({ id }) => earlier.read(id)));
      if (!gone) setOthers(reports);
    };
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [earlier]);
  const hints = useMemo(() => assess.findHints(report, others), [assess, report, others]);
  return (
    <section className="hints" aria-label={text('hints.title')}>
      <h3>{text('hints.title')}</h3>
      <p className="signals-note zyb-weak">{text(hints.length ? 'hints.about' : 'hints.none')}</p>
      <ul>
        {hints.map((hint) => (
          <li key={hint.kind}>
            <strong>{hintText(hint, text)}</strong>
            <span className="zyb-weak"> {text(`${keyOf('hints', hint.kind)}.why`)}</span>
            {hint.evidence.length > 0 && (
              <EvidenceLinks evidence={hint.evidence} since={report.session.startedAt} onJump={onJump} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function hintText({ kind, figures }: Hint, text: Text): string {
  const shown = figures.map((figure) =>
    typeof figure === 'number' && figure > 1e12 ? formatDate(figure) : figure,
  );
  return text(`${keyOf('hints', kind)}.text`, ...shown);
}
