import type { Reader } from './create-reader.ts';
import { damaged } from './damaged.ts';
import { valueOf } from './literal.ts';
import { type PlainObject, setKey } from './plain-object.ts';
import { createList } from './table.ts';

type Form = { kind: string; tag: string; names: string[]; size: number };
/** A head that was read: its form and its values' keys; `size` is about its characters of JSON. */
export type ReadHead = { form: Form; keys: string[]; size: number };

/** Reads the spelling of a new head, see `write-head.ts`. */
export function createHeadReader(reader: Reader): () => ReadHead {
  const forms = createList<Form>(1);

  const readForm = (): Form => {
    const number = reader.symbol('heads');
    if (number > 0) {
      const known = forms.at(number);
      if (!known) throw damaged('an unknown form');
      return known;
    }
    const form: Form = { kind: reader.word('heads'), tag: reader.word('heads'), names: [], size: 0 };
    for (let left = reader.count('heads'); left > 0; left -= 1) form.names.push(reader.word('heads'));
    form.size = form.names.reduce(
      (sum, name) => sum + name.length + 6,
      60 + form.kind.length + form.tag.length,
    );
    forms.add(form);
    return form;
  };

  return () => {
    const form = readForm();
    const keys = form.names.map((name) => reader.value(name));
    return { form, keys, size: keys.reduce((sum, key) => sum + key.length, form.size) };
  };
}

/** The attributes of a head, freshly made. */
export function attributesOf({ form, keys }: ReadHead): PlainObject {
  const attributes: PlainObject = {};
  form.names.forEach((name, at) => setKey(attributes, name, valueOf(keys[at] ?? '')));
  return attributes;
}
