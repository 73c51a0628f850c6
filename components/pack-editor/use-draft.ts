import { useCallback, useState } from 'react';
import { type Path, writeAt } from './edit-path.ts';

/** Steps back that are remembered. */
const mostSteps = 100;

/** A pack being edited, with the steps back. Typing on in one field is one step. */
export function useDraft(initial: Record<string, unknown>) {
  const [state, setState] = useState({ draft: initial, before: [] as Record<string, unknown>[], last: '' });
  const change = useCallback((path: Path, value: unknown) => {
    setState(({ draft, before, last }) => {
      const field = typeof value === 'string' ? path.join('.') : '';
      const typingOn = field !== '' && field === last;
      return {
        draft: writeAt(draft, path, value),
        before: typingOn ? before : [...before, draft].slice(-mostSteps),
        last: field,
      };
    });
  }, []);
  const undo = useCallback(() => {
    setState(({ draft, before }) => ({
      draft: before.at(-1) ?? draft,
      before: before.slice(0, -1),
      last: '',
    }));
  }, []);
  return {
    draft: state.draft,
    change,
    undo,
    canUndo: state.before.length > 0,
    changed: state.draft !== initial,
  };
}
