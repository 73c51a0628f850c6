import type { Writer } from './create-writer.ts';
import { kinds, reservedKinds } from './event-symbols.ts';
import { spellJson } from './json.ts';
import { knownRecords } from './known-records.ts';
import type { PlainObject } from './plain-object.ts';
import { createTable } from './table.ts';

/** Numbers that tell one kind of record from another rather than vary. */
const telling = new Set(['source', 'type', 'pointerType']);

/**
 * Writes any event that has no spelling of its own: what varies (numbers and texts at the top of its data) goes into
 * columns, the rest is its form, one symbol when met before.
 */
export function createRecordWriter(writer: Writer): (type: number, data: PlainObject) => void {
  const forms = createTable(reservedKinds, knownRecords);
  const before = new Map<string, number>();

  return (type, data) => {
    const constant: PlainObject = {};
    const numbers: string[] = [];
    const texts: string[] = [];
    for (const key of Object.keys(data).sort()) {
      const value = data[key];
      if (typeof value === 'string') texts.push(key);
      else if (Number.isFinite(value) && !telling.has(key)) numbers.push(key);
      else constant[key] = value;
    }
    const form = spellJson([type, constant, numbers, texts]);
    const known = forms.find(form);
    writer.symbol('kinds', known ?? kinds.newForm);
    if (known === undefined) {
      writer.text('words', form);
      forms.add(form);
    }
    for (const key of numbers) {
      const value = data[key] as number;
      writer.number('numbers', value, before.get(key) ?? 0);
      before.set(key, value);
    }
    for (const key of texts) writer.value(key, data[key]);
  };
}
