import type { SymbolColumn } from './columns.ts';
import type { Writer } from './create-writer.ts';
import { createTable } from './table.ts';

/**
 * A head is a tag with its attributes and whatever else a node says of itself; attributes that change make one, too.
 * Heads met before are one symbol. A new one is spelled by its form (kind, tag and names of its attributes, itself one
 * symbol when met before) and its values, each of them numbered among those of the same name.
 */
export type Head = { kind: string; tag: string; attributes: Record<string, unknown> };

/** `reserved` symbols of a column of heads mean something else; the last of them announces a new head. */
export function createHeadWriter(
  writer: Writer,
  column: SymbolColumn,
  newHead: number,
  heads: ReturnType<typeof createTable>,
) {
  const forms = createTable(1);
  /** A value beyond what its table holds has no number: such a head is never met again. */
  let serial = 0;
  const wordNumbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    let number = wordNumbers.get(word);
    if (number === undefined) wordNumbers.set(word, (number = wordNumbers.size));
    return number;
  };

  return ({ kind, tag, attributes }: Head): void => {
    const names = Object.keys(attributes);
    let form = `${numberOf(kind)},${numberOf(tag)}`;
    for (const name of names) form += `,${numberOf(name)}`;
    let head: string | undefined = form;
    for (const name of names) {
      const number = writer.findValue(name, attributes[name]);
      if (number === undefined) {
        head = undefined;
        break;
      }
      head += `;${number}`;
    }
    const known = head && heads.find(head);
    if (known) return writer.symbol(column, known);

    writer.symbol(column, newHead);
    const formNumber = forms.find(form);
    writer.symbol('heads', formNumber ?? 0);
    if (formNumber === undefined) {
      writer.word('heads', kind);
      writer.word('heads', tag);
      writer.count('heads', names.length);
      for (const name of names) writer.word('heads', name);
      forms.add(form);
    }
    for (const name of names) writer.value(name, attributes[name]);
    head = form;
    for (const name of names) head += `;${writer.findValue(name, attributes[name]) ?? `?${(serial += 1)}`}`;
    heads.add(head);
  };
}
