import { Tag } from 'antd';
import { Aim, countAims, isSameAim } from '../../lib/model/aim.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { formatClock } from '../format/format-duration.ts';
import { RatingField, RatingText } from '../rating/rating-field.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { AimList } from './aim-list.tsx';
import { taggedWord } from './aim-words.ts';

/** What the walker states of the walk as a whole: what they looked for and what came of it, and how content they are. */
export function StatedPanel(props: {
  report: SessionReport;
  programme?: Programme | undefined;
  replay: ReplayHandle;
  edits?: ReviewEdits | undefined;
}) {
  const { report, programme, replay, edits } = props;
  const text = useText();
  const attempt = useTry();
  const { aims = [], rating, startedAt } = report.session;
  const counts = countAims(aims);
  const points = new Map(report.painPoints.map((point) => [point.id, point]));
  const looksPersonal = edits?.looksPersonal ?? (() => []);
  const tagged = report.painPoints
    .filter(({ kind }) => kind === 'pain')
    .map((point) => ({
      id: point.id,
      label: taggedWord(point, formatClock(point.at - startedAt), programme?.checklists ?? []),
    }));
  const add = (words: string) => {
    const aim = Aim.parse({ id: crypto.randomUUID().replaceAll('-', ''), text: words });
    if (edits && !aims.some((each) => isSameAim(each, aim))) void attempt(() => edits.addAim(aim));
  };
  return (
    <div className="stated">
      <p className="signals-note zyb-weak">
        <Tag variant="filled" color="blue">
          {text('aims.stated')}
        </Tag>{' '}
        {text('aims.about')}
      </p>
      <section aria-label={text('aims.title')}>
        <h3>
          {text('aims.title')}
          {aims.length > 0 && (
            <small>{text('aims.counts', counts.found, counts['not-found'], counts.open)}</small>
          )}
        </h3>
        {aims.length === 0 && <p className="zyb-weak">{text('aims.none')}</p>}
        <AimList
          aims={aims}
          tagged={tagged}
          looksPersonal={looksPersonal}
          onJudge={edits && ((verdict) => void attempt(() => edits.judgeAim(verdict)))}
          onAdd={edits && add}
          onDrop={edits && ((id) => void attempt(() => edits.dropAim(id)))}
          onShow={(id) => {
            const point = points.get(id);
            if (point) replay.seek(point.at);
          }}
        />
      </section>
      {edits ? (
        <RatingField
          key={report.id}
          given={rating}
          looksPersonal={looksPersonal}
          onRate={(given) => void attempt(() => edits.rate(given))}
        />
      ) : (
        <RatingText rating={rating} />
      )}
    </div>
  );
}
