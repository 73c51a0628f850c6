import { Skeleton } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../../components/text.tsx';
import { api, type Me } from './api.ts';
import { DeskBar } from './desk-bar.tsx';
import { DevicesPage } from './devices-page.tsx';
import { ProblemBox } from './problem-box.tsx';
import { needsSignIn, problemText } from './problem-text.ts';
import { ReportListPage } from './report-list-page.tsx';
import { ReportPage } from './report-page.tsx';
import { routeOf, useHash } from './route.ts';
import { SignInPage } from './sign-in-page.tsx';

type Who =
  | { state: 'asking' }
  | { state: 'out'; expired: boolean }
  | { state: 'in'; me: Me }
  | { state: 'failed'; error: unknown };

/** Who is here decides whether there is a page or the sign-in; the fragment decides which page. */
export function Desk({ onLanguage }: { onLanguage(): void }) {
  const text = useText();
  const route = routeOf(useHash());
  const [who, setWho] = useState<Who>({ state: 'asking' });
  const find = useCallback(() => {
    api.me().then(
      (me) => setWho({ state: 'in', me }),
      (error: unknown) =>
        setWho(needsSignIn(error) ? { state: 'out', expired: false } : { state: 'failed', error }),
    );
  }, []);
  useEffect(find, [find]);
  const onExpired = useCallback(() => setWho({ state: 'out', expired: true }), []);

  if (who.state === 'asking') return <Skeleton active className="desk-page" />;
  if (who.state === 'failed')
    return (
      <main className="desk-page">
        <ProblemBox reason={problemText(who.error, text)} onRetry={find} />
      </main>
    );
  if (who.state === 'out')
    return <SignInPage expired={who.expired} onSignedIn={find} onLanguage={onLanguage} />;
  return (
    <div className="desk">
      <DeskBar
        me={who.me}
        page={route.page}
        onLanguage={onLanguage}
        onSignedOut={() => setWho({ state: 'out', expired: false })}
      />
      {route.page === 'reports' && <ReportListPage onExpired={onExpired} />}
      {route.page === 'report' && (
        <ReportPage key={route.id} id={route.id} at={route.at} onExpired={onExpired} />
      )}
      {route.page === 'devices' && <DevicesPage onExpired={onExpired} />}
      {route.page === 'unknown' && (
        <main className="desk-page">
          <h1>{text('desk.notFound')}</h1>
          <a href="#/">{text('desk.home')}</a>
        </main>
      )}
    </div>
  );
}
