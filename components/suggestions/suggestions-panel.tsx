import { Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { countVerdicts, type Suggestion } from '../../lib/model/suggestion.ts';
import { PainPointEditor } from '../pain-point-editor/pain-point-editor.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { ReviewEdits, ReviewSource } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { decisionOn, painPointOf } from './accept-suggestion.ts';
import { reasonText } from './reason-text.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import './suggestions.css';

const shows = ['open', 'accepted', 'edited', 'dismissed'] as const;

/** What the signals suggest, to be accepted, edited or dismissed in one click; without edits to be read. */
export function SuggestionsPanel(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  suggestions: readonly Suggestion[];
  source: ReviewSource;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
}) {
  const { report, programme, suggestions, source, replay, edits } = props;
  const text = useText();
  const attempt = useTry();
  const [busy, setBusy] = useState<string>();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<{ suggestion: Suggestion; point: PainPoint }>();
  const decisions = useMemo(
    () => new Map(report.decisions.map((each) => [each.id, each])),
    [report.decisions],
  );
  if (suggestions.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('suggest.none')} />;
  const counts = countVerdicts(suggestions, report.decisions);
  const run = async (id: string, change: () => Promise<void>) => {
    setBusy(id);
    const done = await attempt(change);
    setBusy(undefined);
    return done;
  };
  const pointOf = (suggestion: Suggestion) =>
    painPointOf(suggestion, report, reasonText(suggestion.reason, text));
  const verdictOf = ({ id }: Suggestion) => decisions.get(id)?.verdict ?? 'open';
  const toggle = (verdict: string) =>
    setHidden((before) => {
      const next = new Set(before);
      if (!next.delete(verdict)) next.add(verdict);
      return next;
    });
  return (
    <div className="suggestions">
      <div className="incident-filter" role="group" aria-label={text('suggest.filter')}>
        {shows.map((verdict) => (
          <button
            type="button"
            key={verdict}
            aria-pressed={!hidden.has(verdict)}
            onClick={() => toggle(verdict)}
          >
            {text(`suggest.verdict.${verdict}`)} <b>{counts[verdict]}</b>
          </button>
        ))}
      </div>
      <p className="signals-note zyb-weak">{text(edits ? 'suggest.intro' : 'suggest.readOnly')}</p>
      {suggestions
        .filter((suggestion) => !hidden.has(verdictOf(suggestion)))
        .map((suggestion) => {
          const { id } = suggestion;
          return (
            <SuggestionCard
              key={id}
              suggestion={suggestion}
              decision={decisions.get(id)}
              programme={programme}
              since={report.session.startedAt}
              busy={busy === id}
              onJump={replay.seek}
              {...(edits && {
                onAccept: () => {
                  const point = pointOf(suggestion);
                  void run(id, () => edits.decide(decisionOn(suggestion, 'accepted', point.id), point));
                },
                onEdit: () => setEditing({ suggestion, point: pointOf(suggestion) }),
                onDismiss: () => void run(id, () => edits.decide(decisionOn(suggestion, 'dismissed'))),
                onUndo: () => void run(id, () => edits.undecide(id)),
              })}
            />
          );
        })}
      {edits && editing && (
        <PainPointEditor
          report={report}
          programme={programme}
          point={editing.point}
          source={source}
          looksPersonal={edits.looksPersonal}
          replay={replay}
          onSave={async (point) => {
            const { suggestion } = editing;
            const decision = decisionOn(suggestion, 'edited', point.id);
            if (await run(suggestion.id, () => edits.decide(decision, point))) setEditing(undefined);
          }}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
