import { expect, test } from '@playwright/test';
import { computeSignals } from '../../lib/assess/signals/index.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { type Signal, type SignalCode, signalCodes } from '../../lib/model/signal.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { startPortal } from '../portal/start-portal.ts';
import { type ExtensionBrowser, launchBrowser } from '../support/launch-browser.ts';
import { plantedIn, wordsOf } from '../support/planted.ts';
import { makePlantedWalks, makeWalk } from '../support/planted-walks.ts';
import { walkSlow } from '../support/portal-walk.ts';

/** Signals computed from what the real extension stored of the portal's walks, held against what is planted there. */
let portal: Awaited<ReturnType<typeof startPortal>>;
let browser: ExtensionBrowser;

type Walked = { report: SessionReport; signals: Map<SignalCode, Signal> };
const walked = {} as Record<'clean' | 'residence' | 'others' | 'slow', Walked>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(480_000);
  portal = await startPortal({ ports: 'any' });
  browser = await launchBrowser({ extension: builtExtension });
  const walks = await makePlantedWalks(browser, portal);
  for (const [name, report] of Object.entries(walks) as [keyof typeof walked, SessionReport][])
    walked[name] = measured(report);
  walked.slow = measured(await makeWalk(browser, portal, '居住证积分查询', '提交前止步', walkSlow));
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

const measured = (report: SessionReport): Walked => ({
  report,
  signals: new Map(computeSignals(report).map((signal) => [signal.code, signal])),
});

const told = (signals: Iterable<Signal>) =>
  [...signals].map(({ code, value, unseen }) => `${code} ${value} ${unseen ?? ''}`).join('\n');

const all = plantedIn(['residence', 'reemployment', 'crossRegion', 'slow']);
const walkOf = (item: string): Walked =>
  item === 'residence' ? walked.residence : item === 'slow' ? walked.slow : walked.others;
/** Signals of which a counter-case is planted instead. */
const isGood = new Set(['s-prefilled']);

test('every signal of a walk has a planted case', () => {
  // The last one is computed from page checks, which have planted pages of their own (page-checks.spec.ts).
  const expected = signalCodes.filter((code) => code !== 'a11y_violation');
  expect(expected.filter((code) => !all.some((planted) => planted.code === code))).toEqual([]);
});

for (const { fault, code, match } of all) {
  test(`planted ${fault.id} counts towards ${code}: ${fault.title}`, () => {
    const { report, signals } = walkOf(fault.item);
    const signal = signals.get(code) as Signal;
    expect(signal.value, told(signals.values())).not.toBeNull();
    if (isGood.has(fault.id)) {
      expect(signal.over, told(signals.values())).toBe(false);
      expect(signal.parts?.prefilled).toBeGreaterThan(0);
      return;
    }
    // A walk of minutes is over no limit of half an hour: then it has more of it than the walk without faults.
    const clean = walked.clean.signals.get(code)?.value ?? 0;
    if (!signal.over) {
      expect(signal.threshold, `${code} ${signal.value}`).not.toBe(0);
      expect(code).not.toBe('prefill_ratio');
      expect(signal.value, `${code}, without faults ${clean}`).toBeGreaterThan(clean);
    }
    // Doing something is all of the walk: no moment of it stands for it.
    if (code === 'active_time') return;
    const words = wordsOf(signal.evidence, report);
    expect(
      words.filter((each) => each.includes(match)),
      `${match} in\n${words.join('\n')}`,
    ).not.toEqual([]);
    const { startedAt, endedAt = report.createdAt } = report.session;
    expect(signal.evidence.filter(({ at }) => at < startedAt - 1000 || at > endedAt)).toEqual([]);
  });
}

test('what the clean walk has none of has its counter-case beside it: quick calls, fields filled in after a login', () => {
  const quick = walked.slow.signals.get('api_latency');
  expect(quick?.value).toBeGreaterThan(0);
  expect(quick?.over, String(quick?.value)).toBe(false);
  expect(walked.residence.signals.get('prefill_ratio')?.over).toBe(false);
});

test('what is asked twice, lost and refused is named by its label', () => {
  const texts = (on: Walked, code: SignalCode) =>
    on.signals.get(code)?.evidence.map((each) => each.text) ?? [];
  expect(texts(walked.others, 'duplicate_entry').join('\n')).toMatch(/手机号码 → 联系手机/);
  expect(texts(walked.others, 'duplicate_entry').join('\n')).toMatch(/银行卡号 → 补贴账户银行卡/);
  expect(texts(walked.others, 'draft_lost')).toContain('银行卡号');
  expect(texts(walked.others, 'dead_click').join()).toContain('智能导办');
  expect(texts(walked.residence, 'rage_click').join()).toContain('测算积分');
  expect(texts(walked.residence, 'file_reject').join()).toContain('200KB');
});

test('the proofs of the residence walk: the message refused once, the scan, and the time both took', () => {
  const { report, signals } = walked.residence;
  expect(signals.get('captcha_count')?.parts?.failed).toBeGreaterThanOrEqual(1);
  const proofs = signals.get('auth_steps')?.evidence.map((each) => each.text) ?? [];
  expect(proofs).toEqual(expect.arrayContaining(['sms', 'scan']));
  const verified = report.steps.reduce((sum, step) => sum + (step.times.waitingFor?.verification ?? 0), 0);
  expect(verified).toBeGreaterThan(2600);
  for (const { times, name } of report.steps) {
    const waits = Object.values(times.waitingFor ?? {});
    expect(waits, name).toHaveLength(3);
    expect(waits.reduce((sum, part) => sum + part, 0)).toBeCloseTo(times.waiting, 3);
  }
});

test('the clean walk: no signal is over its limit, and whatever counts something bad is 0 or was not observed', () => {
  const { signals } = walked.clean;
  const all = told(signals.values());
  expect(
    [...signals.values()].filter((signal) => signal.over).map((signal) => signal.code),
    all,
  ).toEqual([]);
  const bad = [...signals.values()].filter((signal) => signal.threshold === 0);
  expect(bad.length).toBeGreaterThan(12);
  expect(
    bad.filter((signal) => signal.value !== 0 && signal.value !== null).map(({ code }) => code),
    all,
  ).toEqual([]);
});

test('the clean walk: what today’s recorder watches for has a value, also where that is zero', () => {
  const { signals } = walked.clean;
  const unseen = [...signals.values()].filter((signal) => signal.value === null).map((signal) => signal.code);
  // Nobody logged in, the form is sent without a call by a script, and nobody asked for the page checks.
  expect(
    unseen.filter((code) => !['prefill_ratio', 'api_latency', 'a11y_violation'].includes(code)),
    told(signals.values()),
  ).toEqual([]);
  expect(signals.get('field_count')?.value).toBeGreaterThanOrEqual(4);
  expect(signals.get('search_attempts')?.value).toBe(1);
  expect(signals.get('first_use_to_submit')?.value).toBeGreaterThan(0);
});

test('the review shows the signals with their moments, and a moment seeks the replay', async () => {
  const { report } = walked.residence;
  const page = await browser.context.newPage();
  await page.goto(browser.extensionUrl(`review.html#/${report.session.id}`));
  await page.getByRole('tab', { name: /信号/ }).click();
  const row = page.getByRole('row').filter({ has: page.getByText('连续急点', { exact: true }) });
  await expect(row.getByText('超限')).toBeVisible();
  const moment = row.getByRole('button', { name: /测算积分/ });
  await moment.click();
  const clock = (await moment.locator('.zyb-clock').innerText()).split(':').map(Number);
  const seconds = (clock[0] ?? 0) * 60 + (clock[1] ?? 0);
  const bar = page.getByRole('slider', { name: '回放位置' });
  await expect
    .poll(async () => Math.abs(Number(await bar.getAttribute('aria-valuenow')) - seconds))
    .toBeLessThan(5);
  await expect(page.getByRole('heading', { name: '各页面的快慢' })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('signals.png') });
  await page.close();
});
