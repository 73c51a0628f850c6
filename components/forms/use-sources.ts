import { useEffect, useRef, useState } from 'react';
import type { FormSource } from '../../lib/model/official-form.ts';

export type Sources =
  | { state: 'reading'; done: number; of: number }
  | { state: 'ready'; sources: FormSource[] }
  | { state: 'failed'; reason: string };

/** The chosen sessions' reports, read one after the other and each only once. */
export function useSources(ids: readonly string[], readSource: (id: string) => Promise<FormSource>): Sources {
  const known = useRef(new Map<string, FormSource>());
  const [sources, setSources] = useState<Sources>({ state: 'reading', done: 0, of: ids.length });
  const key = ids.join('\n');
  useEffect(() => {
    let over = false;
    const load = async () => {
      const wanted = key ? key.split('\n') : [];
      const found: FormSource[] = [];
      for (const [n, id] of wanted.entries()) {
        if (over) return;
        if (!known.current.has(id)) setSources({ state: 'reading', done: n, of: wanted.length });
        const source = known.current.get(id) ?? (await readSource(id));
        known.current.set(id, source);
        found.push(source);
      }
      if (!over) setSources({ state: 'ready', sources: found });
    };
    load().catch((error: unknown) => {
      if (!over)
        setSources({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    });
    return () => {
      over = true;
    };
  }, [key, readSource]);
  return sources;
}
