import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { harOf } from '../../lib/export/har.ts';
import { playwrightTest } from '../../lib/export/playwright-test.ts';
import { recorderJson } from '../../lib/export/recorder-json.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { builtExtension } from '../../scripts/build-all.ts';
import { employer, oldAccount, personalValues } from '../portal/people.ts';
import { startPortal } from '../portal/start-portal.ts';
import type { Place } from '../portal/walks/walk.ts';
import { problemsOf } from '../support/check-har.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { playRecording } from '../support/play-recording.ts';
import { walkClean, walkCrossRegion, walkReemployment } from '../support/portal-walk.ts';
import practiceSignIn from '../support/practice-sign-in.ts';
import { readExports, readReport } from '../support/read-report.ts';
import { runPlaywrightTest } from '../support/run-playwright-test.ts';
import { newestSession, openPageAndPanel, readTable } from '../support/scripted-walk.ts';
import { finishWalk, startWalk, tag } from '../support/use-panel.ts';

/**
 * Walks recorded by the real extension, exported, and done again from the exports alone by the tools they are meant
 * for, on a portal that remembers nothing. Test data only where the portal knows a value by heart: its one account and
 * one employer; everything else is the exports' own placeholders.
 */
const values = {
  个人编号: oldAccount.account,
  查询密码: oldAccount.password,
  原单位信用代码: employer.creditCode,
};

type Walk = {
  name: string;
  item: string;
  walk: typeof walkClean;
  taggedAt: Place;
  /** Seen on the page, or in one of its frames, at the end. */
  ends: { path: RegExp; text: string };
  /** What the walk has in it that an export can lose. */
  has: { frame?: number[]; custom: string[]; opens?: boolean };
  calls: string[];
  /** Played without any of our help, as the tool comes. */
  plain?: boolean;
};

const walks: Walk[] = [
  {
    name: 'the clean item: typing, a select, a checkbox',
    item: '公共图书馆读者证申领',
    walk: walkClean,
    taggedAt: 'form',
    ends: { path: /\/result\/\w+$/, text: '申请成功，已当场办结' },
    has: { custom: ['painPoint'] },
    calls: ['/search', '/handle/'],
    plain: true,
  },
  {
    name: 'the one-thing item: sign-ins, a wizard in an iframe of another origin, uploads, a tab, planted faults',
    item: '“失业再就业”一件事一次办',
    walk: walkReemployment,
    taggedAt: 'guide',
    ends: { path: /\/rate\/\w+$/, text: '感谢您的评价' },
    has: { frame: [0], custom: ['painPoint', 'signIn', 'upload'], opens: true },
    calls: ['/api/share/person', '/api/upload', '/api/submit'],
  },
  {
    name: 'the cross-region item: a frameset, native dialogs, a select, a pop-up window',
    item: '养老保险关系转移接续（跨省通办）',
    walk: walkCrossRegion,
    taggedAt: 'guide',
    ends: { path: /\/index\.html$/, text: '已提交，待审核' },
    has: { frame: [2], custom: ['painPoint', 'signIn'], opens: true },
    calls: ['/transfer/query.do', '/transfer/submit.do'],
  },
];

for (const { name, item, walk, taggedAt, ends, has, calls, plain } of walks) {
  test.describe(name, () => {
    test.describe.configure({ mode: 'serial' });
    let portal: Awaited<ReturnType<typeof startPortal>>;
    let report: SessionReport;
    let saved: { name: string; text: string }[];

    test.beforeAll(async () => {
      test.setTimeout(240_000);
      portal = await startPortal({ ports: 'any' });
      const browser = await launchBrowser({ extension: builtExtension });
      try {
        const { page, panel } = await openPageAndPanel(browser, `${portal.origins.portal}/`);
        await startWalk(panel, { programme: '辽宁人社走流程（2023）', item });
        await walk(page, portal.origins, {
          at: async (place, where) => {
            await recorderIsThere(where, panel);
            if (place === taggedAt) await tag(panel, '全不全', '线上线下指南准不准');
          },
        });
        await finishWalk(panel, '已真实提交');
        const sessionId = await newestSession(panel);
        report = await readReport(browser, sessionId);
        saved = await readExports(browser, sessionId);
      } finally {
        await browser.close();
      }
    });

    test.beforeEach(async () => {
      // Node does not know that every name below localhost is this machine.
      const { port } = new URL(portal.origins.portal);
      await fetch(`http://127.0.0.1:${port}/__reset`, { method: 'POST' });
    });

    test.afterAll(async () => {
      await portal?.close();
    });

    test('@puppeteer/replay reads the recording and comes to the same end', async () => {
      test.setTimeout(240_000);
      const json = recorderJson(report, { values });
      const steps = JSON.parse(json).steps as { type: string; name?: string; frame?: number[] }[];
      for (const custom of has.custom)
        expect(steps.map((step) => step.name)).toContain(`zouyibian.${custom}`);
      if (has.frame) expect(steps.map((step) => step.frame)).toContainEqual(has.frame);
      const end = await playRecording(json, { signIn: practiceSignIn, plain: plain === true });
      expect(end.steps).toBe(steps.length);
      expect(new URL(end.url).pathname).toMatch(ends.path);
      expect(end.text).toContain(ends.text);
      expect(end.tabsOpened).toBe(has.opens ? 1 : 0);
    });

    test('the Playwright test runs green', async () => {
      test.setTimeout(300_000);
      const { code, output } = await runPlaywrightTest(
        test.info().outputPath('exported'),
        playwrightTest(report),
        {
          ZYB_SIGN_IN: fileURLToPath(new URL('../support/practice-sign-in.ts', import.meta.url)),
          ZYB_VALUES: JSON.stringify(values),
        },
      );
      expect(code, output).toBe(0);
      expect(output).toContain('1 passed');
    });

    test('the network record is HAR 1.2 and names the portal’s calls', () => {
      const har = JSON.parse(harOf(report));
      expect(problemsOf(har)).toEqual([]);
      const urls = (har.log.entries as { request: { url: string } }[]).map((entry) => entry.request.url);
      for (const call of calls) expect(urls.filter((url) => url.includes(call))).not.toEqual([]);
    });

    test('the review page saves the three files under the item’s name and the day', () => {
      const names = saved.map((file) => file.name);
      expect(names.map((file) => /\.(json|spec\.ts|har)$/.exec(file)?.[1])).toEqual([
        'json',
        'spec.ts',
        'har',
      ]);
      for (const file of names) expect(file).toMatch(/^走流程_.+_\d{4}-\d\d-\d\d\./);
      expect(saved[0]?.text).toBe(recorderJson(report));
      expect(saved[1]?.text).toBe(playwrightTest(report));
      expect(saved[2]?.text).toBe(harOf(report));
    });

    test('no export holds a value of the walker or of the people on the pages', () => {
      const all = [recorderJson(report), playwrightTest(report), harOf(report)].join('\n');
      const typed = [oldAccount.password, employer.creditCode, oldAccount.account, ...personalValues()];
      expect(typed.filter((value) => all.includes(value))).toEqual([]);
    });
  });
}

/** A person is slower than a page that has only just come: the bar, or each frame's stream, says that recording is on. */
async function recorderIsThere(page: Page, panel: Page): Promise<void> {
  const frames = page.frames().filter((frame) => frame.parentFrame() && /^https?:/.test(frame.url()));
  if (frames.length === 0) return page.locator('[data-zyb-bar]').waitFor({ state: 'attached' });
  const paths = frames.map((frame) => new URL(frame.url()).pathname);
  await expect
    .poll(async () => {
      const streams = (await readTable(panel, 'streams')).map(
        (stream) => new URL(String(stream.url)).pathname,
      );
      return paths.filter((path) => !streams.includes(path));
    })
    .toEqual([]);
}
