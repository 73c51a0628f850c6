import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';
import type { OptionsPageProps } from './options-props.ts';
import { Section } from './section.tsx';

/** How long sessions stay after their receipt, and purging all that has one now. */
export function RetentionSection({
  retention,
  onSaveKeepDays,
  onPurgeKept,
}: Pick<OptionsPageProps, 'retention' | 'onSaveKeepDays' | 'onPurgeKept'>) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ sessions: number; residue: number }>();
  const { keepDays = 30, locked = false, kept = 0, changed = 0 } = retention ?? {};
  const purge = async () => {
    setBusy(true);
    setDone(await onPurgeKept?.());
    setBusy(false);
    setAsking(false);
  };
  return (
    <Section name="retention">
      <label className="zyb-options-line" htmlFor="zyb-keep-days">
        {text('options.retention.keepDays')}{' '}
        <InputNumber
          id="zyb-keep-days"
          min={0}
          max={3650}
          precision={0}
          value={keepDays}
          disabled={locked}
          onChange={(value) => value !== null && onSaveKeepDays?.(value)}
        />{' '}
        {text('options.retention.days')}
      </label>
      <p className="zyb-options-hint">
        {text(locked ? 'options.retention.locked' : 'options.retention.never')}
      </p>
      {changed > 0 && <p className="zyb-options-hint">{text('options.retention.changed', changed)}</p>}
      <p>
        <Button disabled={kept === 0} loading={busy && { delay: 300 }} onClick={() => setAsking(true)}>
          {text('options.retention.purge', kept)}
        </Button>
      </p>
      {done && (
        <p role="status" className={done.residue === 0 ? 'zyb-options-good' : 'zyb-options-warn'}>
          {text('options.retention.done', done.sessions, done.residue)}
        </p>
      )}
      <Modal
        open={asking}
        title={text('options.retention.askTitle', kept)}
        okText={text('options.retention.ok')}
        cancelText={text('review.cancel')}
        okButtonProps={{ danger: true, loading: busy }}
        onOk={purge}
        onCancel={() => setAsking(false)}
      >
        <p>{text('options.retention.ask')}</p>
        <p className="zyb-options-hint">{text('review.deleteDisk')}</p>
      </Modal>
    </Section>
  );
}
