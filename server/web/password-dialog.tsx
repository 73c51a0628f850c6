import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../components/text.tsx';
import { api } from './api.ts';
import { problemText } from './problem-text.ts';

/** Sets a password: the first one after a one-time link, or another. */
export function PasswordDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const text = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async (values: { current?: string; password: string }) => {
    setBusy(true);
    try {
      await api.setPassword(values.password, values.current);
      message.success(text('desk.account.changed'));
      onClose();
    } catch (error) {
      message.error({ content: problemText(error, text), duration: 8 });
    }
    setBusy(false);
  };
  return (
    <Modal
      open={open}
      width={420}
      title={text('desk.account.open')}
      okText={text('review.save')}
      cancelText={text('review.cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'password', loading: busy }}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form id="password" layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="current"
          label={text('desk.account.current')}
          extra={text('desk.account.currentHint')}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="password"
          label={text('desk.account.new')}
          extra={text('desk.account.newHint')}
          rules={[{ required: true, min: 10, message: text('desk.account.newHint') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
