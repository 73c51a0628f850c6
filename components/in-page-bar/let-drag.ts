/** Distance in CSS pixels below which a press stays a click. */
const slack = 4;

/** Moves by the grip: `onMove` gets the distance from where the press began, `onEnd` says whether it was a move. */
export function letDrag(
  grip: HTMLElement, onMove: (dx: number, dy: number) => void, onEnd: (moved: boolean) => void,
): void {
  let start: { x: number; y: number } | undefined;
  let moved = false;
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    moved = false;
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener('pointermove', (event) => {
    if (!start) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    moved ||= Math.hypot(dx, dy) > slack;
    if (moved) onMove(dx, dy);
  });
  const end = () => {
    if (start) onEnd(moved);
    start = undefined;
  };
  grip.addEventListener('pointerup', end);
  grip.addEventListener('pointercancel', end);
}
