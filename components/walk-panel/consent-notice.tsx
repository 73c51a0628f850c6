import { useState } from 'react';
import { type ConsentRequest, type ConsentWay, consentWays, noticeVersion } from '../../lib/model/consent.ts';
import { useText } from '../text.tsx';

/** What a person must be told before they are asked, in this order (个人信息保护法 第十七条). */
const parts = ['what', 'why', 'who', 'howLong', 'rights'] as const;

/**
 * The notice, read out to the accompanied person, and their answer: consent to recording, the one for sensitive data
 * apart, and how it was given. Tells the answer once both are given, undefined while one is missing.
 */
export function ConsentNotice({
  keepDays,
  onAnswer,
}: {
  keepDays: number;
  onAnswer(request: ConsentRequest | undefined): void;
}) {
  const text = useText();
  const [general, setGeneral] = useState(false);
  const [sensitive, setSensitive] = useState(false);
  const [how, setHow] = useState<ConsentWay>('spoken');
  const tell = (both: boolean, way: ConsentWay) =>
    onAnswer(both ? { notice: noticeVersion, how: way, sensitive: true } : undefined);
  return (
    <div className="zyb-consent">
      <p className="zyb-hint">{text('walk.consent.readOut')}</p>
      <dl>
        {parts.map((part) => (
          <div key={part}>
            <dt>{text(`walk.consent.${part}Title`)}</dt>
            <dd>
              {part === 'howLong' ? text('walk.consent.howLong', keepDays) : text(`walk.consent.${part}`)}
            </dd>
          </div>
        ))}
      </dl>
      <label className="zyb-check">
        <input
          type="checkbox"
          checked={general}
          onChange={({ target }) => {
            setGeneral(target.checked);
            tell(target.checked && sensitive, how);
          }}
        />
        <span>{text('walk.consent.general')}</span>
      </label>
      <label className="zyb-check">
        <input
          type="checkbox"
          checked={sensitive}
          onChange={({ target }) => {
            setSensitive(target.checked);
            tell(target.checked && general, how);
          }}
        />
        <span>{text('walk.consent.sensitive')}</span>
      </label>
      <fieldset className="zyb-consent-how">
        <legend>{text('walk.consent.how')}</legend>
        {consentWays.map((way) => (
          <label key={way}>
            <input
              type="radio"
              name="consent-how"
              checked={how === way}
              onChange={() => {
                setHow(way);
                tell(general && sensitive, way);
              }}
            />
            <span>{text(`walk.consent.way.${way}`)}</span>
          </label>
        ))}
      </fieldset>
      <p className="zyb-hint">{text('walk.consent.noName')}</p>
    </div>
  );
}
