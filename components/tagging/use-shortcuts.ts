import { useEffect, useEffectEvent } from 'react';

const textFields = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

function takesText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(textFields));
}

/** A menu, list or dialog on top handles its own keys. */
function isCovered(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('[role="menu"], [role="listbox"], [role="dialog"]') !== null
  );
}

/**
 * Calls `onKey` for plain keys pressed anywhere on the screen, except while somebody is typing or a menu is open.
 * `onKey` returns true for a key it used. Escape comes through from text fields too.
 */
export function useShortcuts(onKey: (key: string) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isCovered(event.target) || (takesText(event.target) && event.key !== 'Escape')) return;
    if (onKey(event.key)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
