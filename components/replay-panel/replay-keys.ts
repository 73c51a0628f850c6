import { useEffect } from 'react';

export type ReplayCommand = { do: 'toggle' } | { do: 'skip'; ms: number } | { do: 'step'; direction: 1 | -1 };

const commands: Record<string, ReplayCommand> = {
  ' ': { do: 'toggle' },
  ArrowLeft: { do: 'skip', ms: -5_000 },
  ArrowRight: { do: 'skip', ms: 5_000 },
  '[': { do: 'step', direction: -1 },
  ']': { do: 'step', direction: 1 },
};

/** Things that need these keys for themselves. */
const typing =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="dialog"], [role="menu"]';
const arrows = `${typing}, [role="tab"], [role="radio"], [role="slider"]`;
const space = `${typing}, button, a[href], [role="tab"], [role="radio"], [role="checkbox"], [role="button"]`;

/** What a key means to the player; undefined when the key, or the thing it was pressed on, has another use for it. */
export function commandOf(
  key: string,
  target: { closest(selector: string): unknown } | null,
): ReplayCommand | undefined {
  const command = commands[key];
  if (!command) return undefined;
  const taken = key === ' ' ? space : key.startsWith('Arrow') ? arrows : typing;
  return target?.closest(taken) ? undefined : command;
}

/** Listens on the whole document while the screen is open. */
export function useReplayKeys(run: (command: ReplayCommand) => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const command = commandOf(event.key, event.target instanceof Element ? event.target : null);
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [run]);
}
