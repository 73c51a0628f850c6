import { damaged } from './damaged.ts';
import { deepestJson } from './limits.ts';

/** True when arrays and objects stand in each other deeper than `deepestJson`; needs no stack itself. */
export function isTooDeep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  let level: object[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestJson) return true;
    const next: object[] = [];
    for (const each of level)
      for (const inner of Object.values(each)) if (typeof inner === 'object' && inner) next.push(inner);
    level = next;
  }
  return false;
}

/** JSON of a value inside a chunk; throws a RangeError when it is nested too deeply. */
export function spellJson(value: unknown): string {
  if (isTooDeep(value)) throw new RangeError('nested too deeply for a chunk');
  return JSON.stringify(value);
}

/** The value of JSON inside a chunk, freshly made. */
export function readJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged('not JSON');
  }
  if (isTooDeep(value)) throw damaged('nested too deeply');
  return value;
}
