/** A path on this very server, or `/`: never another host, however it is spelled. */
export function localPath(next: string | undefined): string {
  // Browsers read a backslash as a slash and drop tabs and line ends.
  if (!next || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(next)) return '/';
  const url = new URL(next, 'http://here.invalid');
  return url.origin === 'http://here.invalid' && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash : '/';
}
