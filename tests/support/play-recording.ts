import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunner, PuppeteerRunnerExtension, parse, type Schema } from '@puppeteer/replay';
import puppeteer, { type Browser, type ElementHandle, type Frame, type Page } from 'puppeteer-core';
import { madeFile } from './made-file.ts';

type Upload = {
  files: { extension: string; bytes: number }[];
  selectors: string[][];
  opener?: string[][];
};

type Point = { x: number; y: number };
type Drag = { selectors: string[][]; grip: Point; by: Point; onto?: string[][]; inside?: Point };

/**
 * What @puppeteer/replay needs for the custom steps of our recordings: made files for uploads, a sign-in, and tabs whose
 * address was masked in part. Everything else is its own.
 */
class RecordingPlayer extends PuppeteerRunnerExtension {
  steps = 0;
  tabsOpened = 0;
  private readonly own: { browser: Browser; page: Page; signIn(page: Page): Promise<void>; plain: boolean };

  /** `plain`: counts and names steps, and helps with none of them. */
  constructor(browser: Browser, page: Page, signIn: (page: Page) => Promise<void>, plain: boolean) {
    super(browser, page);
    this.own = { browser, page, signIn, plain };
    browser.on('targetcreated', (target) => {
      if (target.type() === 'page') this.tabsOpened += 1;
    });
  }

  override async runStep(step: Schema.Step, flow?: Schema.UserFlow): Promise<void> {
    this.steps += 1;
    if (step.type !== 'customStep' || this.own.plain) {
      const target =
        'target' in step && step.target && !this.own.plain ? { target: this.addressLike(step.target) } : {};
      try {
        await super.runStep({ ...step, ...target }, flow);
      } catch (error) {
        throw new Error(
          `step ${this.steps} ${JSON.stringify(step).slice(0, 400)}: ${(error as Error).message}`,
          { cause: error },
        );
      }
      return;
    }
    if (step.name === 'zouyibian.signIn') await this.own.signIn(this.own.page);
    if (step.name === 'zouyibian.close') await this.close((step.parameters as { url: string }).url);
    if (step.name === 'zouyibian.upload') await this.upload(step);
    if (step.name === 'zouyibian.drag') await this.drag(step);
  }

  private addressLike(masked: string): string {
    const pattern = masked
      .split('_')
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('.*');
    const found = this.own.browser.targets().find((each) => new RegExp(`^${pattern}$`).test(each.url()));
    return found?.url() ?? masked;
  }

  private async close(masked: string): Promise<void> {
    const address = this.addressLike(masked);
    const pages = await this.own.browser.pages();
    await pages.find((page) => page.url() === address)?.close();
  }

  private async drag(step: Schema.CustomStep): Promise<void> {
    const { selectors, grip, by, onto, inside } = step.parameters as Drag;
    const frame = this.frameOf(step);
    const boxOf = async (ways: string[][]) => {
      const words = ways.flat().flatMap((way) => /^text\/(.*)$/s.exec(way)?.[1] ?? []);
      const said = words[0] === undefined ? null : await frame.$(`::-p-text(${words[0]})`);
      const box = await (said ?? (await findField(frame, ways))).boundingBox();
      if (!box) throw new Error(`nothing to be seen by ${JSON.stringify(ways)}`);
      return box;
    };
    const box = await boxOf(selectors);
    const start = { x: box.x + grip.x, y: box.y + grip.y };
    const taker = onto && (await boxOf(onto));
    const end =
      taker && inside
        ? { x: taker.x + inside.x, y: taker.y + inside.y }
        : { x: start.x + by.x, y: start.y + by.y };
    const { mouse } = this.own.page;
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 12 });
    await mouse.up();
  }

  private frameOf(step: Schema.CustomStep): Frame {
    let frame = this.own.page.mainFrame();
    for (const place of (step as { frame?: number[] }).frame ?? [])
      frame = frame.childFrames()[place] ?? frame;
    return frame;
  }

  private async upload(step: Schema.CustomStep): Promise<void> {
    const { files, selectors } = step.parameters as Upload;
    const field = await findField(this.frameOf(step), selectors);
    // The files stay: a page reads them when it sends them.
    const folder = join(tmpdir(), 'zyb-made-files');
    await mkdir(folder, { recursive: true });
    const paths = await Promise.all(
      files.map(async (each, n) => {
        const { name, buffer } = madeFile(each);
        const path = join(folder, `${n}-${name}`);
        await writeFile(path, buffer);
        return path;
      }),
    );
    await field.uploadFile(...paths);
  }
}

async function findField(frame: Frame, selectors: string[][]): Promise<ElementHandle<HTMLInputElement>> {
  for (const [selector = ''] of selectors) {
    const css = selector.startsWith('xpath/') ? `::-p-xpath(${selector.slice('xpath/'.length)})` : selector;
    const found = /^(aria|text)\//.test(selector) ? null : await frame.$(css);
    if (found) return found as ElementHandle<HTMLInputElement>;
  }
  throw new Error(`no file field by ${JSON.stringify(selectors)}`);
}

/** Runs a recording from its JSON in a fresh browser; answers where its first tab came to and what it showed. `plain`: by the tool as it comes. */
export async function playRecording(
  json: string,
  { signIn, plain }: { signIn(page: Page): Promise<void>; plain: boolean },
): Promise<{ url: string; text: string; steps: number; tabsOpened: number }> {
  const flow = parse(JSON.parse(json));
  const browser = await puppeteer.launch({
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--lang=zh-CN'],
  });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    const player = new RecordingPlayer(browser, page, signIn, plain);
    await (await createRunner(flow, player)).run();
    const texts = await Promise.all(
      page.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? '')),
    );
    // A tab that the last presses opened is told of once the browser has made it ready.
    for (let tries = 0; player.tabsOpened === 0 && tries < 10; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { url: page.url(), text: texts.join('\n'), steps: player.steps, tabsOpened: player.tabsOpened };
  } finally {
    await browser.close();
  }
}
