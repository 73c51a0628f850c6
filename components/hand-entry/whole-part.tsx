import { Aim, countAims, isSameAim, judgeAim, mostAims } from '../../lib/model/aim.ts';
import type { HandEntry } from '../../lib/model/hand-entry.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { AimList } from '../aims/aim-list.tsx';
import { taggedWord } from '../aims/aim-words.ts';
import { RatingField } from '../rating/rating-field.tsx';
import { useText } from '../text.tsx';
import { withSession } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';

/** What was looked for and what came of it, and how content the walker is with the whole. */
export function WholePart({
  entry,
  onChange,
  looksPersonal,
  programme,
}: Part & { programme: Programme | undefined }) {
  const text = useText();
  const { aims = [], rating } = entry.session;
  const counts = countAims(aims);
  const tagged = entry.painPoints
    .filter(({ kind }) => kind === 'pain')
    .map((point, n) => ({
      id: point.id,
      label: taggedWord(point, `${n + 1}.`, programme?.checklists ?? []),
    }));
  const change = (update: (known: readonly Aim[], now: HandEntry) => Aim[]) =>
    onChange((now) => withSession(now, { aims: update(now.session.aims ?? [], now) }));
  const add = (words: string) =>
    change((known) => {
      const aim = Aim.parse({ id: crypto.randomUUID().replaceAll('-', ''), text: words });
      const isOld = known.length >= mostAims || known.some((each) => isSameAim(each, aim));
      return isOld ? [...known] : [...known, aim];
    });
  return (
    <>
      <p className="zyb-weak">
        {aims.length > 0
          ? text('aims.counts', counts.found, counts['not-found'], counts.open)
          : text('byHand.aimsHint')}
      </p>
      <AimList
        aims={aims}
        tagged={tagged}
        looksPersonal={looksPersonal}
        onJudge={(verdict) => change((known) => judgeAim(known, verdict, Date.now()))}
        onAdd={add}
        onDrop={(id) => change((known) => known.filter((each) => each.id !== id))}
      />
      <RatingField
        given={rating}
        looksPersonal={looksPersonal}
        onRate={(given) =>
          onChange((now) => withSession(now, { rating: given ? { ...given, at: Date.now() } : undefined }))
        }
      />
    </>
  );
}
