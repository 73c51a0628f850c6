/** An address short enough for a list: host and path, and a fragment route, without scheme and query. */
export function formatAddress(url: string): string {
  const bare = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const [beforeHash = '', hash = ''] = bare.split('#', 2);
  const path = (beforeHash.split('?')[0] ?? '').replace(/\/$/, '');
  return hash.startsWith('/') ? `${path}#${hash.split('?')[0]}` : path;
}
