import { useEffect, useState } from 'react';
import { FormKind } from '../../lib/model/form-kind.ts';
import { CoverageScreen } from './coverage-screen.tsx';
import { DrawScreen } from './draw-screen.tsx';
import { HandEntryScreen } from './hand-entry-screen.tsx';
import { HandInScreen } from './hand-in-screen.tsx';
import { ListScreen } from './list-screen.tsx';
import { SessionScreen } from './session-screen.tsx';

type Route = {
  id: string | undefined;
  page: string | undefined;
  of: string | undefined;
  at: number | undefined;
};

/**
 * `#/coverage` shows the catalogue's coverage, `#/forms/<kind>` the list with that official form begun, `#/<session id>` one session, `#/<session id>/hand-in` what leaves of it,
 * `#/<session id>/entry` the form of a walk entered by hand, `#/<session id>/draw/<pain point id>` a screenshot to be
 * drawn on, anything else the list; `?at=` opens it at a moment.
 */
function readRoute(): Route {
  const [whole = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
  const [path = '', page = '', of = ''] = whole.split('/', 3);
  const at = Number(new URLSearchParams(query).get('at') ?? Number.NaN);
  return { id: path || undefined, page, of: of || undefined, at: Number.isFinite(at) ? at : undefined };
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
  const onList = {
    onOpen: go,
    onEnter: (entryId: string) => go(`${entryId}/entry`),
    onCoverage: () => go('coverage'),
  };
  if (route.id === 'coverage') return <CoverageScreen onOpen={go} onBack={() => go()} />;
  if (route.id === 'forms') {
    const kind = FormKind.safeParse(route.page).data ?? 'three-lists';
    return <ListScreen key={kind} form={kind} {...onList} onFormsClosed={() => go()} />;
  }
  const { id } = route;
  if (id && route.page === 'draw' && route.of) return <DrawScreen key={route.of} painPointId={route.of} />;
  if (id && route.page === 'entry')
    return <HandEntryScreen key={id} id={id} onFinished={() => go(id)} onBack={() => go()} />;
  if (id && route.page === 'draw' && route.of) return <DrawScreen key={route.of} painPointId={route.of} />;
  if (id && route.page === 'hand-in')
    return (
      <HandInScreen
        key={id}
        id={id}
        onBack={() => go(id)}
        onJump={(at) => go(`${id}?at=${Math.round(at)}`)}
      />
    );
  return id ? (
    <SessionScreen
      key={id}
      id={id}
      openAt={route.at}
      onBack={() => go()}
      onHandIn={() => go(`${id}/hand-in`)}
      onEditEntry={() => go(`${id}/entry`)}
    />
  ) : (
    <ListScreen {...onList} />
  );
}
