import type { SessionReport } from '../../lib/model/report.ts';

/** A picture of the walked pages that is kept with the replay; `url` is empty for what stood in a page itself. */
export type PagePicture = { object: string; type: string; bytes: number; url: string };

/** Every raster picture kept with the replay, the largest first; drawings are made of words and lines, which are masked. */
export function pagePictures(report: Pick<SessionReport, 'assets' | 'objects'>): PagePicture[] {
  const types = new Map(report.objects.map(({ object, type }) => [object, type]));
  return report.assets
    .flatMap(({ kind, object, bytes, url }) => {
      const type = types.get(object ?? '');
      const isRaster = kind === 'image' && type !== undefined && type !== 'image/svg+xml';
      return object && isRaster ? [{ object, type, bytes, url }] : [];
    })
    .sort((a, b) => b.bytes - a.bytes);
}
