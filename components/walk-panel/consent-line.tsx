import { useState } from 'react';
import type { Programme } from '../../lib/model/programme.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';
import { formatDate } from '../format/format-date.ts';
import { useText } from '../text.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Props = Pick<
  WalkPanelProps,
  'onRecordConsent' | 'onWithdrawConsent' | 'keepDays' | 'erased' | 'busy'
> & {
  session: NonNullable<WalkState['session']>;
  programme: Programme | undefined;
};

/** On an accompanied walk: whether the person agreed, and the way to record it or take it back. */
export function ConsentLine({ session, programme, keepDays = 30, erased, busy, ...rest }: Props) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const { privacy, consentAt } = session;
  if (privacy === 'full' && consentAt === undefined) return null;
  const locked = programme?.masking?.locked.includes('privacy') ?? false;
  return (
    <div className="zyb-consent-line" role="group" aria-label={text('walk.consent.title')}>
      {privacy === 'metrics' ? (
        <>
          <span>{text('walk.consent.none')}</span>
          <button
            type="button"
            className="zyb-button"
            disabled={locked || busy !== undefined}
            onClick={() => setAsking(true)}
          >
            {text('walk.consent.ask')}
          </button>
          {locked && <span className="zyb-hint">{text('walk.consent.locked')}</span>}
        </>
      ) : (
        <>
          <span>{text('walk.consent.given', formatDate(consentAt ?? 0))}</span>
          <button
            type="button"
            className="zyb-link"
            disabled={busy !== undefined}
            onClick={() => setWithdrawing(true)}
          >
            {text('walk.consent.withdraw')}
          </button>
        </>
      )}
      {erased !== undefined && (
        <p className="zyb-hint" role="status" data-tone={erased === 0 ? 'good' : 'bad'}>
          {text('walk.consent.erased', erased)}
        </p>
      )}
      <ConsentDialog
        open={asking}
        keepDays={keepDays}
        onClose={() => setAsking(false)}
        onRecord={(request) => {
          setAsking(false);
          rest.onRecordConsent?.(request);
        }}
      />
      <WithdrawDialog
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        onWithdraw={(erase) => {
          setWithdrawing(false);
          rest.onWithdrawConsent?.(erase);
        }}
      />
    </div>
  );
}
