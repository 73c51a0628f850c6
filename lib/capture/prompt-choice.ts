import { isTag } from './node-kinds.ts';

/** The words of a list's first choice where none is made yet: 请选择, 全部, ---. */
export const saysNoChoice = (words: string): boolean => /选择|全部|^[\s—-]+$/.test(words);

/** How many rows a list on the page shows at a time, which is nobody's data either. */
const saysPageSize = (words: string) => /^(?:每页)?\s*\d+\s*条(?:\s*[/／]\s*页)?$/.test(words);

/** A drop-down list that shows its first choice, and with it that none is made or how long its pages are. */
export function showsPrompt(element: Element | null | undefined): boolean {
  if (!isTag(element, 'select')) return false;
  const { selectedIndex, options } = element;
  const words = options[0]?.text ?? '';
  return selectedIndex === 0 && (saysNoChoice(words) || saysPageSize(words));
}

/** A replay shows no choice of a list where what is told of it is masked. */
const nothingShown = '*';

/** What is told of what a field holds, before it is masked: of a list only that it says that no choice is made, or shows none. */
export function toldOf(element: Element, value: string): string {
  if (!isTag(element, 'select')) return value;
  if (showsPrompt(element)) return '';
  return element.selectedIndex < 0 && !element.multiple ? nothingShown : value;
}
