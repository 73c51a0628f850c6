import type { PackFault } from '../model/check-programme.ts';
import { describeIssue } from '../model/describe-issue.ts';
import type { PackProblem } from '../model/pack-problem.ts';
import type { z } from '../model/zod.ts';
import { placeOf, scanJson } from './scan-json.ts';

/** `data` is what stood in the file, untouched: a signature is over that. `notes` are no reason to refuse. */
export type ReadPack<T> =
  | { ok: true; pack: T; data: Record<string, unknown>; notes: PackProblem[] }
  | { ok: false; problems: PackProblem[] };

/** Larger files are certainly not a pack, characters. */
const mostCharacters = 5_000_000;

/** Reads a pack's file: every fault comes with its line, what field it is in and why; the first line first. */
export function readPack<T extends z.ZodType>(
  schema: T,
  file: string,
  check: (pack: z.infer<T>) => PackFault[] = () => [],
): ReadPack<z.infer<T>> {
  const text = file.replace(/^\uFEFF/, '');
  const whole = (code: string): ReadPack<z.infer<T>> => ({
    ok: false,
    problems: [{ path: [], code, values: [], line: 1, column: 1 }],
  });
  if (text.length > mostCharacters) return whole('fileTooLarge');
  const scanned = scanJson(text);
  if (!scanned.ok) {
    const { offset, code, values } = scanned.fault;
    return { ok: false, problems: [{ path: [], code, values, ...placeOf(text, offset) }] };
  }
  const { value } = scanned;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return whole('notAPack');
  const placed = (fault: PackFault): PackProblem => ({
    ...fault,
    ...placeOf(text, scanned.offsetOf(fault.path)),
  });
  const inOrder = (faults: PackFault[]) =>
    faults.map(placed).sort((a, b) => a.line - b.line || a.column - b.column);
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    return { ok: false, problems: inOrder(parsed.error.issues.map((issue) => describeIssue(issue, value))) };
  }
  const unknown = unknownKeys(value, parsed.data, []);
  // A misspelt wish to mask more must not pass for one, and a wish to mask less has no field.
  const loosening = unknown.filter(({ path }) => path[0] === 'masking');
  const faults = [...check(parsed.data), ...loosening.map((fault) => ({ ...fault, code: 'onlyTightens' }))];
  if (faults.length > 0) return { ok: false, problems: inOrder(faults) };
  return {
    ok: true,
    pack: parsed.data,
    data: value as Record<string, unknown>,
    notes: inOrder(unknown),
  };
}

/** Keys the model does not know were left out: told, because a misspelt one would be lost in silence. */
function unknownKeys(raw: unknown, parsed: unknown, path: (string | number)[]): PackFault[] {
  if (Array.isArray(raw)) {
    return raw.flatMap((each, n) =>
      unknownKeys(each, Array.isArray(parsed) ? parsed[n] : undefined, [...path, n]),
    );
  }
  if (typeof raw !== 'object' || raw === null || typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(raw).flatMap(([key, value]) =>
    Object.hasOwn(parsed, key)
      ? unknownKeys(value, (parsed as Record<string, unknown>)[key], [...path, key])
      : [{ path: [...path, key], code: 'unknownKey', values: [key] }],
  );
}
