import { useId, useState } from 'react';
import { type Rating, type RatingGiven, ratingLevels, ratingReasons } from '../../lib/model/rating.ts';
import { keyOf } from '../format/key-of.ts';
import { CarefulTextarea } from '../tagging/careful-textarea.tsx';
import type { LooksPersonal } from '../tagging/tag.ts';
import { useText } from '../text.tsx';
import './rating.css';

/**
 * 满意度评价 in the five levels of 好差评, with reasons and a note. Nothing is chosen until somebody chooses, it may be
 * left out, and it can be taken back. `onRate` is called at once with every change.
 */
export function RatingField({
  given,
  looksPersonal,
  onRate,
}: {
  /** What was said before. */
  given: RatingGiven | undefined;
  looksPersonal: LooksPersonal;
  onRate(rating: RatingGiven | null): void;
}) {
  const text = useText();
  const id = useId();
  // What was just said counts at once, however long its keeping takes.
  const [rating, setRating] = useState(given);
  const say = (next: RatingGiven | null) => {
    setRating(next ?? undefined);
    onRate(next);
  };
  return (
    <section className="rating" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{text('rating.title')}</h2>
      <p className="rating-about">{text('rating.about')}</p>
      <div className="rating-levels" role="radiogroup" aria-labelledby={`${id}-title`}>
        {ratingLevels.map((level) => (
          <label key={level} data-chosen={rating?.level === level || undefined}>
            <input
              type="radio"
              name={id}
              checked={rating?.level === level}
              onChange={() => say({ reasons: [], note: '', ...rating, level })}
            />
            <span>{text(keyOf('rating.level', level))}</span>
          </label>
        ))}
      </div>
      {rating && (
        <>
          <fieldset className="rating-levels">
            <legend>{text('rating.reasons')}</legend>
            {ratingReasons.map((reason) => (
              <label key={reason} data-chosen={rating.reasons.includes(reason) || undefined}>
                <input
                  type="checkbox"
                  checked={rating.reasons.includes(reason)}
                  onChange={({ target }) =>
                    say({
                      ...rating,
                      reasons: ratingReasons.filter((each) =>
                        each === reason ? target.checked : rating.reasons.includes(each),
                      ),
                    })
                  }
                />
                <span>{text(keyOf('rating.reason', reason))}</span>
              </label>
            ))}
          </fieldset>
          <CarefulTextarea
            label={text('rating.note')}
            placeholder={text('rating.notePlaceholder')}
            initial={rating.note}
            looksPersonal={looksPersonal}
            onText={(note) => say({ ...rating, note })}
          />
          <button type="button" className="rating-clear" onClick={() => say(null)}>
            {text('rating.clear')}
          </button>
        </>
      )}
    </section>
  );
}

/** What was said, to read: the level, its reasons, the note; that it is stated, and by whom. */
export function RatingText({ rating }: { rating: Rating | undefined }) {
  const text = useText();
  if (!rating) return <p className="rating-about">{text('rating.none')}</p>;
  const reasons = rating.reasons.map((reason) => text(keyOf('rating.reason', reason)));
  return (
    <section className="rating" aria-label={text('rating.title')}>
      <h2>{text('rating.title')}</h2>
      <p>
        <b>{text(keyOf('rating.level', rating.level))}</b>
        {reasons.length > 0 && ` · ${reasons.join('、')}`}
      </p>
      {rating.note && <p>{rating.note}</p>}
      <p className="rating-about">{text('rating.stated')}</p>
    </section>
  );
}
