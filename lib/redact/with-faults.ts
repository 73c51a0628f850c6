import { type Redactor, type RedactorOptions, redactorBy } from './create-redactor.ts';
import { settingOf } from './setting.ts';

/**
 * A redactor with rules left out, so that tests can see themselves fail. Nothing of the product imports this file
 * (tests/architecture.test.ts).
 */
export function createFaultyRedactor(
  without: readonly string[],
  { policy, ...rest }: RedactorOptions = {},
): Redactor {
  return redactorBy(settingOf(policy, without), rest);
}
