import { App, Button } from 'antd';
import { useState } from 'react';
import { useText } from '../../components/text.tsx';
import { api, type Me } from './api.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { problemText } from './problem-text.ts';
import type { Route } from './route.ts';

/** Name of the collector, the pages, the person. */
export function DeskBar(props: { me: Me; page: Route['page']; onLanguage(): void; onSignedOut(): void }) {
  const { me, page, onLanguage, onSignedOut } = props;
  const text = useText();
  const { message } = App.useApp();
  const [changing, setChanging] = useState(false);
  const signOut = () =>
    api.signOut().then(onSignedOut, (error: unknown) => void message.error(problemText(error, text)));
  return (
    <nav className="desk-bar">
      <a className="desk-name" href="#/">
        {text('desk.title')}
      </a>
      <a href="#/" aria-current={page === 'reports' || page === 'report' ? 'page' : undefined}>
        {text('desk.reports')}
      </a>
      {me.role === 'admin' && (
        <a href="#/devices" aria-current={page === 'devices' ? 'page' : undefined}>
          {text('desk.devices')}
        </a>
      )}
      <span className="desk-who zyb-weak zyb-cut">
        {me.collector} · {me.name}
      </span>
      <Button type="text" size="small" onClick={() => setChanging(true)}>
        {text('desk.account.open')}
      </Button>
      <Button type="text" size="small" onClick={onLanguage}>
        {text('desk.language')}
      </Button>
      <Button type="text" size="small" onClick={signOut}>
        {text('desk.signOut')}
      </Button>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </nav>
  );
}
