import { isLastingClass } from './element-path.ts';
import { formItems } from './form-items.ts';

/**
 * XPath by the label of the form item an element stands in, for widgets that are no fields of HTML's own: "the select
 * box at 失业原因". Undefined where there is no such item, or a second one of the same label.
 */
export function findLabelPath(element: Element, redactText: (text: string) => string): string | undefined {
  for (const { item, label } of formItems) {
    const around = element.closest(`.${item}`);
    const text = labelText(around, label);
    if (!around || !text || /\d{4}|"/.test(text) || redactText(text) !== text) continue;
    const same = [...element.ownerDocument.getElementsByClassName(item)].filter(
      (other) => labelText(other, label) === text,
    );
    if (same.length !== 1) return undefined;
    const name = [...element.classList].find(isLastingClass);
    const own = `${element.localName}${name ? `[${hasClass(name)}]` : ''}`;
    const alike = [...around.getElementsByTagName(element.localName)].filter(
      (other) => !name || other.classList.contains(name),
    );
    const path = `//*[${hasClass(item)}][.//*[${hasClass(label)}][normalize-space(.)="${text}"]]//${own}`;
    return alike.length === 1 ? path : `(${path})[${alike.indexOf(element) + 1}]`;
  }
  return undefined;
}

const hasClass = (name: string) => `contains(concat(" ",normalize-space(@class)," ")," ${name} ")`;

function labelText(item: Element | null, label: string): string {
  return item?.getElementsByClassName(label)[0]?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
