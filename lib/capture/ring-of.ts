import { isElement } from './node-kinds.ts';

/** What is told of the keyboard beside where it is: that the browser draws no ring there, because it was pressed, say. */
export const ringOf = (focused: Node | null | undefined): { ringless?: true } =>
  focused && isElement(focused) && !focused.matches(':focus-visible') ? { ringless: true } : {};
