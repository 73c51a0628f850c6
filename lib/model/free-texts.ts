import type { z } from './zod.ts';

/** One step into a value: a property's name, or a place in a list. */
export type Path = readonly (string | number)[];
type Change = (text: string, path: Path) => string;
type Def = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
};

const defOf = (schema: z.ZodType) => schema.def as unknown as Def;
const wrappers = new Set(['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'catch']);

/**
 * A value with every free text in it handed to `change`; the same value when nothing changed. What is free text is
 * read from the schema: strings without a pattern; names, hashes, words of a fixed list and keys of records are not.
 * Fields the schema does not know stay as they are. A text that became longer than its field takes is cut.
 */
export function mapFreeTexts<T>(schema: z.ZodType, value: T, change: Change): T {
  return map(schema, value, change, []) as T;
}

/** Shows every free text in a value to `see`, by the same rule. */
export function seeFreeTexts(
  schema: z.ZodType,
  value: unknown,
  see: (text: string, path: Path) => void,
): void {
  map(
    schema,
    value,
    (text, path) => {
      see(text, path);
      return text;
    },
    [],
  );
}

function map(schema: z.ZodType, value: unknown, change: Change, path: Path): unknown {
  if (value === undefined || value === null) return value;
  const def = defOf(schema);
  if (wrappers.has(def.type) && def.innerType) return map(def.innerType, value, change, path);
  if (def.type === 'union')
    return (def.options ?? []).reduce<unknown>((done, each) => map(each, done, change, path), value);
  if (def.type === 'string' && typeof value === 'string')
    return mapText(schema as z.ZodString, value, change, path);
  if (def.type === 'array' && def.element && Array.isArray(value))
    return mapList(def.element, value, change, path);
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  if (def.type === 'object') return mapFields(value, (key) => def.shape?.[key], change, path);
  return def.type === 'record' ? mapFields(value, () => def.valueType, change, path) : value;
}

function mapText({ format, maxLength }: z.ZodString, text: string, change: Change, path: Path): string {
  if (format) return text;
  const next = change(text, path);
  return next !== text && maxLength !== null ? next.slice(0, maxLength) : next;
}

function mapList(
  element: z.ZodType,
  list: readonly unknown[],
  change: Change,
  path: Path,
): readonly unknown[] {
  let copy: unknown[] | undefined;
  list.forEach((item, at) => {
    const next = map(element, item, change, [...path, at]);
    if (next !== item) (copy ??= [...list])[at] = next;
  });
  return copy ?? list;
}

function mapFields(
  value: object,
  schemaOf: (key: string) => z.ZodType | undefined,
  change: Change,
  path: Path,
): object {
  let copy: Record<string, unknown> | undefined;
  for (const [key, field] of Object.entries(value)) {
    const schema = schemaOf(key);
    if (!schema) continue;
    const next = map(schema, field, change, [...path, key]);
    if (next !== field) (copy ??= { ...value } as Record<string, unknown>)[key] = next;
  }
  return copy ?? value;
}
