import { keyOf } from '../format/key-of.ts';
import type { Text } from '../text.tsx';

type Told = { code: string; detail: string };

const problems = [
  'permissionMissing',
  'notRecordable',
  'alreadyOpen',
  'noSession',
  'noProgramme',
  'badInput',
  'notRead',
  'storage',
  'notCheckable',
  'notPickable',
  'lockedByProgramme',
  'tooManyAims',
  'timeout',
];
const warnings = [
  'permissionRevoked',
  'diskFull',
  'gap',
  'degraded',
  'screenshotFailed',
  'pageNotReached',
  'rowsRefused',
  'notKept',
  'roomLow',
  'databaseBlocked',
  'tabCrashed',
  'frameCrashed',
  'extensionUpdated',
  'asleep',
];

/** The key of a code's sentence when there is one; codes may be written `like-this` or `likeThis`. */
function findKey(section: string, names: string[], code: string): string | undefined {
  return names.map((name) => `${section}.${name}`).find((key) => key === keyOf(section, code));
}

/** What failed and what to do; an unknown code keeps its detail and points to the self-test. */
export function problemSentence(text: Text, { code, detail }: Told): string {
  const key = findKey('problem', problems, code);
  if (key) return text(key, detail);
  return `${text('problem.unknown', detail || code)}${text('problem.retry')}`;
}

/** What the walker must mind now. */
export function warningSentence(text: Text, { code, detail }: Told): string {
  const key = findKey('walk.warning', warnings, code);
  return key ? text(key, detail) : text('walk.warning.other', detail, code);
}
