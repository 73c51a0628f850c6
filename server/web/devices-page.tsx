import { Alert, App, Button, Empty, Skeleton, Table, Tag, Typography } from 'antd';
import { useState } from 'react';
import { formatDate } from '../../components/format/format-date.ts';
import { useText } from '../../components/text.tsx';
import { api, type Device } from './api.ts';
import { ProblemBox } from './problem-box.tsx';
import { needsSignIn, problemText } from './problem-text.ts';
import { useLoad } from './use-load.ts';

/** For the administrator: one-time codes, and the browsers enrolled with them. */
export function DevicesPage({ onExpired }: { onExpired(): void }) {
  const text = useText();
  const { message, modal } = App.useApp();
  const { loaded, again } = useLoad(api.devices, onExpired);
  const devices = loaded.state === 'ready' ? loaded.value : undefined;
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState(false);
  const tell = (error: unknown) =>
    needsSignIn(error) ? onExpired() : void message.error({ content: problemText(error, text), duration: 8 });
  const newCode = () => {
    setBusy(true);
    api
      .createCode()
      .then(setCode, tell)
      .finally(() => setBusy(false));
  };
  const revoke = (device: Device) =>
    modal.confirm({
      title: text('desk.device.revokeTitle', device.name),
      content: text('desk.device.revokeWhat'),
      okText: text('desk.device.revoke'),
      cancelText: text('review.cancel'),
      okButtonProps: { danger: true },
      onOk: () => api.revokeDevice(device.id).then(again, tell),
    });
  return (
    <main className="desk-page">
      <header className="desk-head">
        <div>
          <h1>{text('desk.device.title')}</h1>
          <p className="zyb-weak">{text('desk.device.about')}</p>
        </div>
        <Button type="primary" loading={busy} onClick={newCode}>
          {text('desk.device.newCode')}
        </Button>
      </header>
      {code && (
        <Alert
          type="success"
          closable={{ onClose: () => setCode(undefined) }}
          title={
            <span className="desk-code">
              {text('desk.device.code')}
              <Typography.Text
                copyable={{ text: code, tooltips: [text('desk.device.copy'), text('desk.device.copied')] }}
              >
                {code}
              </Typography.Text>
            </span>
          }
          description={text('desk.device.codeHint')}
        />
      )}
      {loaded.state === 'failed' && <ProblemBox reason={problemText(loaded.error, text)} onRetry={again} />}
      <section className="desk-paper">
        {loaded.state === 'loading' && <Skeleton active className="desk-skeleton" />}
        {devices && (
          <Table<Device>
            rowKey="id"
            size="small"
            dataSource={devices}
            pagination={false}
            locale={{
              emptyText: (
                <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('desk.device.none')} />
              ),
            }}
            columns={[
              { title: text('desk.device.name'), dataIndex: 'name' },
              {
                title: text('desk.device.enrolledAt'),
                width: 170,
                className: 'desk-number',
                render: (row: Device) => formatDate(row.enrolledAt),
              },
              {
                title: text('desk.device.lastReport'),
                width: 170,
                className: 'desk-number',
                render: (row: Device) =>
                  row.lastReportAt === null ? text('desk.device.never') : formatDate(row.lastReportAt),
              },
              {
                title: text('desk.device.state'),
                width: 110,
                render: (row: Device) =>
                  row.revokedAt === null ? (
                    <Tag variant="filled" color="success">
                      {text('desk.device.active')}
                    </Tag>
                  ) : (
                    <Tag variant="filled">{text('desk.device.revoked')}</Tag>
                  ),
              },
              {
                title: '',
                width: 90,
                render: (row: Device) =>
                  row.revokedAt === null && (
                    <Button type="text" size="small" danger onClick={() => revoke(row)}>
                      {text('desk.device.revoke')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </section>
    </main>
  );
}
