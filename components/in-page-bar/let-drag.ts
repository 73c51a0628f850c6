/** Distance in CSS pixels below which a press stays a click. */
const slack = 4;

type Drag = {
  onStart(): void;
  /** The distance from where the press began. */
  onMove(dx: number, dy: number): void;
  /** `moved` is false for a mere press. */
  onEnd(moved: boolean): void;
};

/** Lets an element be dragged by its grip. */
export function letDrag(grip: HTMLElement, { onStart, onMove, onEnd }: Drag): void {
  let start: { x: number; y: number } | undefined;
  let moved = false;
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    moved = false;
    onStart();
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
