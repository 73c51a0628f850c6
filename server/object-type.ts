import { objectTypes } from '../lib/model/object-entry.ts';

export { beginsAs } from '../lib/model/object-type.ts';

export type ObjectType = (typeof objectTypes)[number];

/** The type named by a Content-Type header, parameters aside; undefined when it is none of ours. */
export function findObjectType(header: string | undefined): ObjectType | undefined {
  const name = header?.split(';')[0]?.trim().toLowerCase();
  return objectTypes.find((type) => type === name);
}
