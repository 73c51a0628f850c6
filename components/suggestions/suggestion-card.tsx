import type { Programme } from '../../lib/model/programme.ts';
import type { Suggestion, SuggestionDecision } from '../../lib/model/suggestion.ts';
import { checkItemText } from '../pain-point-list/check-item-text.ts';
import { EvidenceLinks } from '../signals/evidence-links.tsx';
import { useText } from '../text.tsx';
import { reasonText } from './reason-text.ts';

/** One suggestion: what, why, where, and the three answers. Without `onDecide` it can only be read. */
export function SuggestionCard(props: {
  suggestion: Suggestion;
  decision: SuggestionDecision | undefined;
  programme: Programme | undefined;
  since: number;
  busy: boolean;
  /** Leads the replay to a moment; absent where there is no replay. */
  onJump?: ((at: number) => void) | undefined;
  onAccept?: (() => void) | undefined;
  onEdit?: (() => void) | undefined;
  onDismiss?: (() => void) | undefined;
  onUndo?: (() => void) | undefined;
}) {
  const { suggestion, decision, programme, since, busy, onJump, onAccept, onEdit, onDismiss, onUndo } = props;
  const text = useText();
  const { reason, also, severity, checkItems, kindred, moments } = suggestion;
  const [item] = checkItems;
  const check = item && checkItemText(programme, { dimensionId: item.dimensionId, checkItemId: item.id });
  return (
    <article className="suggestion" data-verdict={decision?.verdict ?? 'open'} data-code={reason.code}>
      <header>
        <span className="suggestion-severity" data-severity={severity}>
          {text(`severity.${severity}`)}
        </span>
        <strong>{text(`signals.label.${reason.code}`)}</strong>
        {decision && (
          <span className="suggestion-verdict">{text(`suggest.verdict.${decision.verdict}`)}</span>
        )}
      </header>
      <p className="suggestion-reason">{reasonText(reason, text)}</p>
      <p className="suggestion-item">
        {check ? (
          <>
            <span className="zyb-weak">{check.dimension}</span> {check.item}
            {kindred && <span className="zyb-weak"> · {text('suggest.kindred')}</span>}
          </>
        ) : (
          <span className="zyb-weak">{text('suggest.noItem')}</span>
        )}
      </p>
      {also.length > 0 && (
        <p className="suggestion-item zyb-weak">
          {text(
            'suggest.also',
            also.map((code) => text(`signals.label.${code}`)).join(text('signals.waiting.and')),
          )}
        </p>
      )}
      {onJump && <EvidenceLinks evidence={moments} since={since} onJump={onJump} />}
      <div className="suggestion-answers">
        {!decision && onAccept && (
          <button type="button" className="suggestion-yes" disabled={busy || !item} onClick={onAccept}>
            {text('suggest.accept')}
          </button>
        )}
        {!decision && onEdit && (
          <button type="button" disabled={busy} onClick={onEdit}>
            {text('suggest.edit')}
          </button>
        )}
        {!decision && onDismiss && (
          <button type="button" disabled={busy} onClick={onDismiss}>
            {text('suggest.dismiss')}
          </button>
        )}
        {decision && onUndo && (
          <button type="button" disabled={busy} onClick={onUndo}>
            {text('suggest.undo')}
          </button>
        )}
      </div>
    </article>
  );
}
