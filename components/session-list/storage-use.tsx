import { Progress } from 'antd';
import { formatBytes } from '../format/format-bytes.ts';
import { useText } from '../text.tsx';

/** From this share on, the browser may soon refuse to keep more. */
const nearlyFull = 0.85;

/** How much this browser keeps, and of how much. */
export function StorageUse({ storage }: { storage: { usedBytes: number; quotaBytes?: number | undefined } }) {
  const text = useText();
  const { usedBytes, quotaBytes } = storage;
  if (!quotaBytes)
    return <span className="zyb-weak">{text('review.list.used', formatBytes(usedBytes))}</span>;
  const share = usedBytes / quotaBytes;
  return (
    <span className="storage-use zyb-weak">
      {text('review.list.usedOf', formatBytes(usedBytes), formatBytes(quotaBytes))}
      <Progress
        percent={Math.max(1, Math.round(share * 100))}
        size="small"
        showInfo={false}
        status={share >= nearlyFull ? 'exception' : 'normal'}
      />
    </span>
  );
}
