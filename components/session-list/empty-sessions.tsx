import { useText } from '../text.tsx';

/** What to do first, where there is nothing yet. */
export function EmptySessions() {
  const text = useText();
  return (
    <div className="session-empty">
      <h2>{text('review.list.empty')}</h2>
      <ol>
        {['portal', 'start', 'walk', 'look'].map((key) => (
          <li key={key}>{text(`review.list.how.${key}`)}</li>
        ))}
      </ol>
      <p className="zyb-weak">{text('byHand.emptyHint')}</p>
    </div>
  );
}
