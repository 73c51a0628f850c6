import { expect, test } from '@playwright/test';
import { planted } from '../portal/personal-site/planted.ts';
import { buildFaulty, withoutRule } from '../support/faulty-extension.ts';
import { createValueFinder } from '../support/find-values.ts';
import { makeBareWalk } from '../support/personal-walk.ts';

/**
 * The search of personal-data.spec.ts can fail: with one rule left out, the value that this rule alone looks after is
 * found on the disk.
 */
const rules: [rule: string, leaks: string][] = [
  ['email', 'mail in text'],
  ['labelled-value', 'radio label'],
  ['resident-id', 'first generation number'],
  ['mobile', 'toast'],
  ['bank-card', 'card without a label'],
  ['plate', 'plate in text'],
  ['url-parameter', 'page address'],
  ['typed-value', 'value of an emptied field'],
  ['choice-value', 'option value'],
  ['neighbour-label', 'name in table'],
  ['other-attribute', 'data attribute'],
  ['script-attribute', 'onclick attribute'],
  ['birth-sentence', 'birth sentence'],
  ['keyed-value', 'value behind a key'],
  ['token', 'token behind its word'],
  ['spaced-name', 'name behind a space'],
  ['greeting-name', 'name greeted'],
  // What a page has learned is looked for by the session's digests as well.
  ['learned-value,session-value', 'name again on its page'],
  ['session-value', 'name again on another page'],
  ['name-beside-number', 'name beside a number'],
  ['spaced-value', 'number behind is'],
  ['residential-address', 'address in a sentence'],
  ['one-time-code', 'code in a sentence'],
  ['document-number', 'passport in a sentence'],
  ['property-certificate', 'certificate of a home'],
  ['credit-code', "code of a person's business"],
];
const findIn = createValueFinder(planted);

test.beforeAll(() => {
  test.setTimeout(240_000);
  buildFaulty();
});

for (const [rule, leaks] of rules)
  test(`without the rule "${rule}" the value of "${leaks}" is found`, async () => {
    const opened = await withoutRule(rule, makeBareWalk);
    const surfaces = new Set(
      opened.flatMap(({ what, bytes }) => findIn(what, bytes)).map(({ surface }) => surface),
    );
    expect([...surfaces]).toContain(leaks);
  });
