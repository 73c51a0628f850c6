import { build, fill } from './build.ts';

/** Long enough to read a line and to reach its button, ms. */
const shownMs = 8000;

/** One line below the bar that goes away by itself, but not while the pointer or the keyboard is on it. */
export function makeToast(document: Document) {
  const element = build(document, 'div', { class: 'toast', role: 'status', hidden: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    element.hidden = true;
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, shownMs);
  };
  for (const type of ['pointerenter', 'focusin']) element.addEventListener(type, () => clearTimeout(timer));
  for (const type of ['pointerleave', 'focusout']) element.addEventListener(type, wait);
  return {
    element,
    hide,
    show(words: string, act?: { label: string; onclick(): void }): void {
      fill(
        element,
        build(document, 'span', {}, words),
        act !== undefined && build(document, 'button', { onclick: act.onclick }, act.label),
      );
      element.hidden = false;
      wait();
    },
  };
}
