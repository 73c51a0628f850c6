/** What an edit begins with: the pack without the signature, which would not fit any more, and a version of its own. */
export function beginEdit(data: Record<string, unknown>, copyTitle?: (title: string) => string) {
  const { signature: _, ...pack } = data;
  if (!copyTitle) return { ...pack, version: nextVersion(String(pack.version)) };
  const named = typeof pack.title === 'string' ? 'title' : 'name';
  return {
    ...pack,
    id: `${String(pack.id).slice(0, 70)}-copy`,
    ...(pack.version === undefined ? {} : { version: '1.0.0' }),
    [named]: copyTitle(String(pack[named])),
    ...(typeof pack.shortTitle === 'string' ? { shortTitle: copyTitle(pack.shortTitle) } : {}),
  };
}

/** 1.4.2 becomes 1.4.3; what is no version stays, to be mended by hand. */
export function nextVersion(version: string): string {
  return version.replace(
    /^(\d+\.\d+\.)(\d+)$/,
    (_, head: string, last: string) => `${head}${Number(last) + 1}`,
  );
}
