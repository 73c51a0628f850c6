import type { KeyboardEvent } from 'react';

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Up, down, Home and End move the focus through the buttons of a list that carry `data-path-row`. */
export function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const move = moves[event.key];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-path-row]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = move && at >= 0 ? rows[move(at, rows.length)] : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
