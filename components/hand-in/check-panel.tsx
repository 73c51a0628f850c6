import { Alert, Button, Progress } from 'antd';
import type { SessionReport } from '../../lib/model/report.ts';
import { useText } from '../text.tsx';
import { FindingRow } from './finding-row.tsx';
import { groupFindings } from './group-findings.ts';
import type { Check, HandInEdits } from './hand-in-props.ts';
import { percentOf, useBusy } from './use-busy.ts';

/** What the last look through everything came to: nothing, or what and where, one click from being masked. */
export function CheckPanel(props: {
  report: SessionReport;
  check: Check;
  edits: HandInEdits;
  onMask(value: string): void;
  onJump(at: number): void;
  onAgain(): void;
}) {
  const { report, check, edits, onMask, onJump, onAgain } = props;
  const text = useText();
  const { busy, run } = useBusy();
  if (check.state === 'running')
    return (
      <div role="status">
        <p>{text('handIn.check.running')}</p>
        <Progress percent={percentOf(check)} size="small" status="active" />
      </div>
    );
  if (check.state === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        title={text('handIn.check.failed')}
        description={check.reason}
        action={<Button onClick={onAgain}>{text('handIn.check.again')}</Button>}
      />
    );
  const groups = groupFindings(check.findings);
  const foreign = groups.filter((group) => !group.own);
  const own = groups.filter((group) => group.own);
  if (groups.length === 0) return <Alert type="success" showIcon title={text('handIn.check.clean')} />;
  return (
    <div className="hand-in-findings">
      {foreign.length > 0 && (
        <>
          <Alert type="error" showIcon title={text('handIn.check.refused', foreign.length)} />
          <ul>
            {foreign.map((group) => (
              <FindingRow key={group.key} report={report} group={group} onMask={onMask} onJump={onJump} />
            ))}
          </ul>
        </>
      )}
      {own.length > 0 && (
        <>
          <Alert type="warning" showIcon title={text('handIn.check.own', own.length)} />
          <ul>
            {own.map((group) => (
              <FindingRow key={group.key} report={report} group={group} onMask={onMask} onJump={onJump} />
            ))}
          </ul>
          <Button
            loading={busy !== undefined && { delay: 300 }}
            onClick={() => void run(() => edits.keep(own.flatMap((group) => group.findings)))}
          >
            {text('handIn.check.keep')}
          </Button>
        </>
      )}
    </div>
  );
}
