import type { BarPosition } from './bar-options.ts';

type Size = { width: number; height: number };

/** The nearest place at which the whole bar is in the viewport, `margin` pixels from its edges. */
export function keepInView(wanted: BarPosition, bar: Size, view: Size, margin = 8): BarPosition {
  const clamp = (value: number, most: number) => Math.max(margin, Math.min(value, most - margin));
  return { x: clamp(wanted.x, view.width - bar.width), y: clamp(wanted.y, view.height - bar.height) };
}

/**
 * The edges to hang the bar on: the panel opens away from the nearer edge, so it grows into the viewport.
 */
export function anchorOf(
  at: BarPosition,
  bar: Size,
  view: Size,
): Record<'left' | 'right' | 'top' | 'bottom', string> {
  const right = at.x + bar.width / 2 > view.width / 2;
  const low = at.y + bar.height / 2 > view.height / 2;
  return {
    left: right ? 'auto' : `${at.x}px`,
    right: right ? `${view.width - at.x - bar.width}px` : 'auto',
    top: low ? 'auto' : `${at.y}px`,
    bottom: low ? `${view.height - at.y - bar.height}px` : 'auto',
  };
}
