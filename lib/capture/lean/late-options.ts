type Hears = (list: HTMLSelectElement) => void;
let hears: Hears | undefined;

/** From now on `listener` hears of drop-down lists whose choices come after them; of none without one. */
export function hearLateOptions(listener: Hears | undefined): void {
  hears = listener;
}

/** Said of a choice, or of a group of them, that comes by itself: with it the list may show another one. */
export function noteLateOption(option: Element): void {
  const list = hears && option.closest('select');
  if (list) hears?.(list);
}
