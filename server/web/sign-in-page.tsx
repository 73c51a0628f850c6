import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../../components/text.tsx';
import { api } from './api.ts';
import { problemText } from './problem-text.ts';

/** Signing in without losing the page one was on. */
export function SignInPage(props: { expired: boolean; onSignedIn(): void; onLanguage(): void }) {
  const { expired, onSignedIn, onLanguage } = props;
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const signIn = async ({ email, password }: { email: string; password: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await api.signIn(email.trim(), password);
      onSignedIn();
    } catch (error) {
      setProblem(problemText(error, text));
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <h1>{text('desk.signInTitle')}</h1>
      {expired && !problem && <Alert type="info" title={text('desk.expired')} />}
      {problem && <Alert type="error" title={problem} />}
      <Form layout="vertical" requiredMark={false} onFinish={signIn}>
        <Form.Item
          name="email"
          label={text('desk.email')}
          rules={[{ required: true, whitespace: true, message: text('desk.emailNeeded') }]}
        >
          <Input autoComplete="username" autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item
          name="password"
          label={text('desk.password')}
          rules={[{ required: true, message: text('desk.passwordNeeded') }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {text('desk.signIn')}
        </Button>
      </Form>
      <p className="zyb-weak">{text('desk.forgot')}</p>
      <Button type="text" size="small" onClick={onLanguage}>
        {text('desk.language')}
      </Button>
    </main>
  );
}
