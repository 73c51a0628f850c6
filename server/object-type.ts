import { objectTypes } from '../lib/model/object-entry.ts';

export type ObjectType = (typeof objectTypes)[number];

/** The type named by a Content-Type header, parameters aside; undefined when it is none of ours. */
export function findObjectType(header: string | undefined): ObjectType | undefined {
  const name = header?.split(';')[0]?.trim().toLowerCase();
  return objectTypes.find((type) => type === name);
}

/** Whether bytes begin as their type must, so that one object can never have two types. */
export function beginsAs(type: ObjectType, head: Buffer): boolean {
  switch (type) {
    case 'application/gzip':
      return head.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]));
    case 'image/jpeg':
      return head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
    case 'image/png':
      return head.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
    case 'image/webp':
      return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP';
    default:
      return true;
  }
}
