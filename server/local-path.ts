/** A path on this very server, or `/`: never another host, however it is spelled. */
export function localPath(next: string | undefined): string {
  // Printable ASCII without the backslash: browsers read that as a slash, and drop tabs and line ends.
  if (!next || !/^\/(?!\/)[!-[\]-~]*$/.test(next)) return '/';
  const url = new URL(next, 'http://here.invalid');
  return url.origin === 'http://here.invalid' && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : '/';
}
