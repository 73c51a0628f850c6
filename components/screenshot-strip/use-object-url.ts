import { useEffect, useState } from 'react';
import type { ReviewSource } from '../session-review/review-source.ts';

export type Picture =
  | { state: 'waiting' }
  | { state: 'ready'; url: string }
  | { state: 'failed'; reason: string };

/** An object as a URL the page can show; revoked when nobody shows it any more. Reads only once `wanted`. */
export function useObjectUrl(source: ReviewSource, sha256: string, type: string, wanted: boolean): Picture {
  const [picture, setPicture] = useState<Picture>({ state: 'waiting' });
  useEffect(() => {
    if (!wanted) return;
    let url = '';
    let over = false;
    source.readObject(sha256).then(
      (bytes) => {
        if (over) return;
        url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
        setPicture({ state: 'ready', url });
      },
      (error: unknown) => {
        if (!over)
          setPicture({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      over = true;
      if (url) URL.revokeObjectURL(url);
      setPicture({ state: 'waiting' });
    };
  }, [source, sha256, type, wanted]);
  return picture;
}
