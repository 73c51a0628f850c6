import { Progress, Skeleton } from 'antd';
import { formatBytes } from '../format/format-bytes.ts';
import { useText } from '../text.tsx';
import type { StorageUse } from './options-props.ts';

/** How much is kept in this browser, and how safe it is there. */
export function StorageSection({ storage }: { storage: StorageUse | undefined }) {
  const text = useText();
  return (
    <section id="storage" className="zyb-options-section">
      <h2>{text('options.storage.title')}</h2>
      {storage ? <Use storage={storage} /> : <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <p className="zyb-options-hint">{text('options.storage.uninstall')}</p>
    </section>
  );
}

function Use({ storage: { sessions, used, available, persisted } }: { storage: StorageUse }) {
  const text = useText();
  const share = used !== undefined && available ? Math.min(100, (used / available) * 100) : undefined;
  return (
    <>
      <dl className="zyb-options-facts">
        <dt>{text('options.storage.sessions')}</dt>
        <dd>{text('options.storage.sessionsCount', sessions)}</dd>
        <dt>{text('options.storage.used')}</dt>
        <dd>{usedLine()}</dd>
      </dl>
      {share !== undefined && (
        <Progress
          percent={share}
          showInfo={false}
          status={share > 90 ? 'exception' : 'normal'}
          size="small"
        />
      )}
      <p className={persisted ? 'zyb-options-good' : 'zyb-options-warn'}>
        {text(persisted ? 'options.storage.persisted' : 'options.storage.notPersisted')}
      </p>
    </>
  );

  function usedLine(): string {
    if (used === undefined) return text('options.storage.unknown');
    return available
      ? text('options.storage.usedOf', formatBytes(used), formatBytes(available))
      : formatBytes(used);
  }
}
