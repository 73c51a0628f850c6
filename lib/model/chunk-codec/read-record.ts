import type { Reader } from './create-reader.ts';
import { damaged } from './damaged.ts';
import { kinds, reservedKinds } from './event-symbols.ts';
import { readJson } from './json.ts';
import { knownRecords } from './known-records.ts';
import { valueOf } from './literal.ts';
import { isObject, type PlainObject, setKey } from './plain-object.ts';
import { createList } from './table.ts';

const areTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** A form's parts, freshly made. */
function readForm(text: string) {
  const form = readJson(text);
  if (!Array.isArray(form) || form.length !== 4) throw damaged('not a form');
  const [type, constant, numbers, texts] = form as unknown[];
  if (typeof type !== 'number' || !isObject(constant) || !areTexts(numbers) || !areTexts(texts))
    throw damaged('not a form');
  return { type, constant, numbers, texts };
}

/** Reads a record, see `write-record.ts`; `symbol` is what stood in the column of kinds. */
export function createRecordReader(reader: Reader) {
  const forms = createList<string>(reservedKinds, knownRecords);
  const before = new Map<string, number>();

  return (symbol: number): { type: number; data: PlainObject } => {
    const text = symbol === kinds.newForm ? reader.text('words') : forms.at(symbol);
    if (text === undefined) throw damaged('an unknown form');
    if (symbol === kinds.newForm) forms.add(text);
    reader.spend(text.length + 30);
    const { type, constant: data, numbers, texts } = readForm(text);
    for (const key of numbers) {
      const value = reader.number('numbers', before.get(key) ?? 0);
      before.set(key, value);
      setKey(data, key, value);
    }
    for (const key of texts) {
      const value = reader.value(key);
      reader.spend(value.length);
      setKey(data, key, valueOf(value));
    }
    return { type, data };
  };
}
