import { useCallback, useEffect, useState } from 'react';
import { RatingField } from '../../components/rating/rating-field.tsx';
import { WalkSuggestions } from '../../components/suggestions/walk-suggestions.tsx';
import type { LooksPersonal } from '../../components/tagging/tag.ts';
import { useText } from '../../components/text.tsx';
import { unfilled } from '../../lib/model/bookmark.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { RatingGiven } from '../../lib/model/rating.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Suggestion } from '../../lib/model/suggestion.ts';
import { openPage } from './browser-doors.ts';

type Found = { report: SessionReport; suggestions: readonly Suggestion[]; programme: Programme | undefined };

/** The rating of the walk that was just finished, and what it suggests. Nothing until it is worked out, and nothing when that fails. */
export function AfterWalk({
  id,
  programmes,
  looksPersonal,
}: {
  id: string;
  programmes: readonly Programme[];
  looksPersonal: LooksPersonal;
}) {
  const text = useText();
  const [found, setFound] = useState<Found>();
  const read = useCallback(async () => {
    // Loaded when a walk has ended: an opening popup does without.
    const { readSuggestions } = await import('./read-suggestions.ts');
    return readSuggestions(id, programmes);
  }, [id, programmes]);
  useEffect(() => {
    let gone = false;
    read().then(
      (value) => !gone && setFound(value),
      (error: unknown) => console.error('no suggestions:', error),
    );
    return () => {
      gone = true;
    };
  }, [read]);
  if (!found) return null;
  const { report, suggestions, programme } = found;
  const rate = async (rating: RatingGiven | null) =>
    (await import('./read-suggestions.ts'))
      .rate(id, rating)
      .catch((error: unknown) => console.error('not rated:', error));
  const change = async (doing: (door: typeof import('./read-suggestions.ts')) => Promise<void>) => {
    await doing(await import('./read-suggestions.ts'));
    setFound(await read());
  };
  const waiting = unfilled(report.bookmarks, report.painPoints).length;
  return (
    <>
      {waiting > 0 && (
        <p className="zyb-about">
          <span>{text('bookmark.afterWalk', waiting)}</span>
          <button type="button" className="zyb-link" onClick={() => void openPage(`review.html#/${id}`)}>
            {text('bookmark.goFill')}
          </button>
        </p>
      )}
      <div className="zyb-card">
        <RatingField
          key={id}
          given={report.session.rating}
          looksPersonal={looksPersonal}
          onRate={(rating) => void rate(rating)}
        />
      </div>
      <WalkSuggestions
        report={report}
        programme={programme}
        suggestions={suggestions}
        decisions={report.decisions}
        onDecide={(decision, painPoint) => change((door) => door.decide(id, decision, painPoint))}
        onUndecide={(suggestionId) => change((door) => door.undecide(id, suggestionId))}
        onOpenReview={() => void openPage(`review.html#/${id}`)}
      />
    </>
  );
}
