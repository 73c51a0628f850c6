import { createContext, useContext } from 'react';
import type { Path } from './edit-path.ts';

export type EditorValue = {
  draft: Record<string, unknown>;
  change(path: Path, value: unknown): void;
  /** Why the field under this path does not fit, as a sentence. */
  faultAt(path: Path): string | undefined;
  /** How many faults lie under this path. */
  faultsUnder(path: Path): number;
};

export const EditorContext = createContext<EditorValue | undefined>(undefined);

export function useEditor(): EditorValue {
  const value = useContext(EditorContext);
  if (!value) throw new Error('outside of a pack editor');
  return value;
}
