import { useSyncExternalStore } from 'react';

export type Route =
  | { page: 'reports' }
  | { page: 'report'; id: string; at: number | undefined }
  | { page: 'devices' }
  | { page: 'unknown' };

/** What the fragment of the address asks for: `#/`, `#/reports/<id>?at=<ms>`, `#/devices`. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('/').filter(Boolean);
  if (parts.length === 0 || (parts.length === 1 && parts[0] === 'reports')) return { page: 'reports' };
  if (parts.length === 1 && parts[0] === 'devices') return { page: 'devices' };
  if (parts.length === 2 && parts[0] === 'reports' && parts[1]) {
    const asked = new URLSearchParams(query).get('at');
    const at = asked === null || asked === '' ? Number.NaN : Number(asked);
    return { page: 'report', id: parts[1], at: Number.isFinite(at) ? at : undefined };
  }
  return { page: 'unknown' };
}

const onHash = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};

/** The fragment as it is now, kept up to date. */
export function useHash(): string {
  return useSyncExternalStore(onHash, () => location.hash);
}
