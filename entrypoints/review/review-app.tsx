import { useEffect, useState } from 'react';
import { CoverageScreen } from './coverage-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { SessionScreen } from './session-screen.tsx';

/** `#/coverage` shows the catalogue's coverage, `#/<session id>` one session, anything else the list; `?at=` opens it at a moment. */
function readRoute(): { id: string | undefined; at: number | undefined } {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const at = Number(new URLSearchParams(query).get('at') ?? Number.NaN);
  return { id: path || undefined, at: Number.isFinite(at) ? at : undefined };
}

export function ReviewApp() {
  const [route, setRoute] = useState(readRoute);
  useEffect(() => {
    const read = () => setRoute(readRoute());
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const go = (id?: string) => {
    location.hash = id ? `#/${id}` : '#/';
  };
  if (route.id === 'coverage') return <CoverageScreen onOpen={go} onBack={() => go()} />;
  return route.id ? (
    <SessionScreen key={route.id} id={route.id} openAt={route.at} onBack={() => go()} />
  ) : (
    <ListScreen onOpen={go} onCoverage={() => go('coverage')} />
  );
}
