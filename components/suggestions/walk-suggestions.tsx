import { useState } from 'react';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Suggestion, SuggestionDecision } from '../../lib/model/suggestion.ts';
import { useText } from '../text.tsx';
import { decisionOn, painPointOf } from './accept-suggestion.ts';
import { reasonText } from './reason-text.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import './suggestions.css';

/** So many are enough to begin with beside a page. */
const few = 5;

/** The suggestions of the walk that was just finished, for popup and side panel: accept, dismiss, undo. */
export function WalkSuggestions(props: {
  report: Pick<SessionReport, 'screenshots' | 'visits' | 'session'>;
  programme: Programme | undefined;
  suggestions: readonly Suggestion[];
  decisions: readonly SuggestionDecision[];
  onDecide(decision: SuggestionDecision, painPoint?: PainPoint): Promise<void>;
  onUndecide(id: string): Promise<void>;
  onOpenReview(): void;
}) {
  const { report, programme, suggestions, decisions, onDecide, onUndecide } = props;
  const text = useText();
  const [busy, setBusy] = useState<string>();
  const [all, setAll] = useState(false);
  if (suggestions.length === 0) return null;
  const byId = new Map(decisions.map((each) => [each.id, each]));
  const run = (id: string, doing: Promise<void>) => {
    setBusy(id);
    void doing.finally(() => setBusy(undefined));
  };
  const shown = all ? suggestions : suggestions.slice(0, few);
  return (
    <section className="suggestions walk-suggestions" aria-label={text('suggest.tab')}>
      <h2>{text('suggest.panelTitle', suggestions.length)}</h2>
      <p className="zyb-weak">{text('suggest.panelIntro')}</p>
      {shown.map((suggestion) => (
        <SuggestionCard
          key={suggestion.id}
          suggestion={suggestion}
          decision={byId.get(suggestion.id)}
          programme={programme}
          since={report.session.startedAt}
          busy={busy === suggestion.id}
          onAccept={() => {
            const point = painPointOf(suggestion, report, reasonText(suggestion.reason, text));
            run(suggestion.id, onDecide(decisionOn(suggestion, 'accepted', point.id), point));
          }}
          onDismiss={() => run(suggestion.id, onDecide(decisionOn(suggestion, 'dismissed')))}
          onUndo={() => run(suggestion.id, onUndecide(suggestion.id))}
        />
      ))}
      <div className="zyb-row">
        {!all && suggestions.length > few && (
          <button type="button" className="zyb-button" onClick={() => setAll(true)}>
            {text('suggest.more', suggestions.length - few)}
          </button>
        )}
        <button type="button" className="zyb-button" onClick={props.onOpenReview}>
          {text('suggest.openReview')}
        </button>
      </div>
    </section>
  );
}
